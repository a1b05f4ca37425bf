package fr.juliu.web;

import fr.juliu.FirstArticle;
import fr.juliu.JuliuApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server as a process of its own, over the first article and the one about students. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Chat page: http:.{2,4}localhost:(\\d+)");
    private static final long PATIENCE = 300;

    private final Process process;
    private final List<String> log = new ArrayList<>();
    private final ReentrantLock logging = new ReentrantLock();
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile int port;

    /**
     * Starts it, and waits until it is ready.
     *
     * @param classpath where its code is
     * @param jvm       options of the JVM
     */
    ServerProcess(String classpath, Path data, String... jvm) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of(jvm));
        command.addAll(List.of("-cp", classpath, JuliuApplication.class.getName(), "--server.port=0",
                "--juliu.warm-up=false", "--juliu.knowledge=" + folder(data), "--juliu.operators=127.0.0.1,::1",
                "--juliu.data=" + data));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread.ofPlatform().daemon().start(this::read);
        if (!ready.await(PATIENCE, TimeUnit.SECONDS) || port == 0) {
            close();
            throw new AssertionError("the server is not ready: " + log());
        }
    }

    /** Beside the data; there already when the server is started again. */
    private static Path folder(Path data) {
        Path folder = data.resolveSibling("knowledge");
        return Files.exists(folder) ? folder : FirstArticle.and("etudiant.md", folder);
    }

    Client client() {
        return new Client(port);
    }

    /** What it has written so far. */
    List<String> log() {
        logging.lock();
        try {
            return List.copyOf(log);
        } finally {
            logging.unlock();
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                logging.lock();
                try {
                    log.add(line);
                } finally {
                    logging.unlock();
                }
                Matcher found = READY.matcher(line);
                if (found.find()) {
                    port = Integer.parseInt(found.group(1));
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            // the process has ended
        }
        ready.countDown();
    }

    /** Ends it as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
