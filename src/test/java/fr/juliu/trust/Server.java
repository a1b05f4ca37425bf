package fr.juliu.trust;

import fr.juliu.telegram.fake.FakeBotApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The jar as a process of its own, started as the image starts it, with what it costs as Linux counts it. */
final class Server implements AutoCloseable {

    private static final Path JAR = Path.of("target", "juliu.jar");
    private static final Path APP = Trust.FOLDER.resolve("app");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Pattern READY = Pattern.compile("Chat page: http://localhost:(\\d+)/");
    /** Of the young and the old generation, in kB, as the serial collector tells them. */
    private static final Pattern USED = Pattern.compile("(?:DefNew|Tenured) +total \\d+K, used (\\d+)K");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** What the image takes of the memory that docs/DEPLOYING.md asks for. */
    private static final String HEAP = "-Xmx537m";
    private static final double TICKS = 100;
    private static final int UTIME = 11;
    private static final int STIME = 12;

    private final Process process;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile int port;

    private Server(List<String> command) {
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::read);
    }

    /**
     * What to start.
     *
     * @param cpus that it may use, such as {@code 0} or {@code 0,1}; empty for all
     * @param jvm  options of the JVM
     * @param app  settings
     */
    record Plan(String cpus, List<String> jvm, List<String> app) {

        Plan {
            jvm = List.copyOf(jvm);
            app = List.copyOf(app);
        }

        /** With a folder for what lasts, and a fake Telegram where one is given. */
        static Plan of(Path data, Path knowledge, @Nullable FakeBotApi telegram, String... settings) {
            List<String> app = new ArrayList<>(List.of("--server.port=0", "--juliu.data=" + data,
                    "--juliu.config=config",
                    "--juliu.knowledge=" + knowledge, "--juliu.web.limit=0", "--juliu.trusted-proxies=127.0.0.1",
                    "--juliu.limit.person=0", "--spring.main.banner-mode=off"));
            if (telegram != null) {
                app.addAll(List.of("--juliu.telegram.token=" + FakeBotApi.TOKEN,
                        "--juliu.telegram.api-url=" + telegram.url(), "--juliu.telegram.rate=0",
                        "--juliu.telegram.chat-rate=0", "--juliu.telegram.group-rate=0"));
            }
            app.addAll(List.of(settings));
            return new Plan("", List.of(), app);
        }

        Plan on(String cpus) {
            return new Plan(cpus, jvm, app);
        }

        Plan with(String... options) {
            return new Plan(cpus, List.of(options), app);
        }
    }

    /** Starts it; {@link #awaitReady()} waits until it answers. */
    static Server start(Plan plan) {
        unpack();
        List<String> command = new ArrayList<>();
        if (!plan.cpus().isEmpty()) {
            command.addAll(List.of("taskset", "-c", plan.cpus()));
        }
        command.addAll(List.of(JAVA.toString(), "-XX:+UseSerialGC", HEAP, "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(plan.jvm());
        command.addAll(List.of("-jar", APP.resolve("juliu.jar").toString()));
        command.addAll(plan.app());
        return new Server(command);
    }

    /** Takes the jar apart, once, as the image does: what is started so starts faster. */
    private static synchronized void unpack() {
        try {
            Path unpacked = APP.resolve("juliu.jar");
            if (Files.exists(unpacked)
                    && Files.getLastModifiedTime(unpacked).compareTo(Files.getLastModifiedTime(JAR)) >= 0) {
                return;
            }
            Process extracting = new ProcessBuilder(JAVA.toString(), "-Djarmode=tools", "-jar", JAR.toString(),
                    "extract", "--force", "--destination", APP.toString()).inheritIO().start();
            if (extracting.waitFor() != 0) {
                throw new AssertionError(JAR + " cannot be taken apart; is it built?");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Server awaitReady() {
        try {
            if (!ready.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) || port == 0) {
                throw new AssertionError("the server is not ready");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return this;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** The status of a question, or of nothing asked when it is empty; 0 where nothing comes back. */
    int ask(String question) {
        try (Socket socket = new Socket()) {
            socket.connect(address());
            return LoadClient.exchange(socket, LoadClient.request(question, "10.9.9.9")).status();
        } catch (IOException e) {
            return 0;
        }
    }

    /** What health says, such as UP; empty when it says nothing. */
    String health() {
        try (Socket socket = new Socket()) {
            socket.connect(address());
            String body = LoadClient.exchange(socket, "GET /actuator/health HTTP/1.1\r\nHost: juliu\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8)).body();
            Matcher status = Pattern.compile("\"status\":\"([A-Z_]+)\"").matcher(body);
            return status.find() ? status.group(1) : body;
        } catch (IOException e) {
            return "";
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Seconds of processors that it has used. */
    double cpuSeconds() {
        String stat = proc("stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) / TICKS;
    }

    /** Memory in MB, a line of {@code /proc/PID/status} such as VmRSS. */
    long memory(String line) {
        Optional<String> found = proc("status").lines().filter(each -> each.startsWith(line + ":")).findFirst();
        return found.map(each -> Long.parseLong(each.replaceAll("\\D", "")) / 1024).orElse(0L);
    }

    /** What its heap holds, in MB, once everything that nobody needs is thrown away. */
    long liveHeap() {
        tool("GC.run");
        String told = tool("GC.heap_info");
        LongSummaryStatistics generations = USED.matcher(told).results()
                .mapToLong(used -> Long.parseLong(used.group(1))).summaryStatistics();
        if (generations.getCount() != 2) {
            throw new IllegalStateException("not two generations: " + told);
        }
        return generations.getSum() / 1024;
    }

    private String tool(String command) {
        try {
            Process tool = new ProcessBuilder(JAVA.resolveSibling("jcmd").toString(), String.valueOf(process.pid()),
                    command).redirectErrorStream(true).start();
            return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String proc(String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
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

    /** Tells it to stop, as an operator does, and waits until it has; its exit code. */
    int stop() {
        process.destroy();
        return process.onExit().join().exitValue();
    }

    /** Ends it as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
