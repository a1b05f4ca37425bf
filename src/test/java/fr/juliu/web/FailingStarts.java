package fr.juliu.web;

import fr.juliu.JuliuApplication;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM beside that of the tests where the app is started again and again, and fails each time. */
final class FailingStarts implements AutoCloseable {

    private static final String OVER = "the start is over";
    private static final String BETWEEN = "\t";

    private final Process process;
    private final BufferedReader said;
    private final BufferedWriter to;

    FailingStarts(Path folder) throws IOException {
        process = new ProcessBuilder(command(FailingStarts.class)).directory(folder.toFile()).redirectErrorStream(true)
                .start();
        said = process.inputReader(StandardCharsets.UTF_8);
        to = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** What runs a class with the code under test. */
    static List<String> command(Class<?> main) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), main.getName());
    }

    /** Starts the app with the settings of each line that it reads. */
    public static void main(String[] arguments) {
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines().forEach(line -> {
            try {
                JuliuApplication.main(line.split(BETWEEN, -1));
                System.err.println("it started");
            } catch (RuntimeException e) {
                // told already
            }
            System.err.println(OVER);
        });
    }

    /** What a start with these settings leaves, in lines. */
    List<String> start(String... settings) throws IOException {
        to.write(String.join(BETWEEN, settings));
        to.newLine();
        to.flush();
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null && !line.equals(OVER); line = said.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
