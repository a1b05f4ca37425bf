package fr.juliu.wechat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The whole app as a process of its own that takes messages, never answers one, and can be killed. */
final class HeldApp implements AutoCloseable {

    private static final String SAYS = "ADDRESS ";

    private final Process process;
    private final URI address;

    HeldApp(Path data) {
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), HeldApp.class.getName(), data.toString());
        try {
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            BufferedReader said = new BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            address = said.lines().filter(line -> line.startsWith(SAYS)).findFirst()
                    .map(line -> URI.create(line.substring(SAYS.length()))).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the app with all that {@link WeChatApp} gives it. */
    public static void main(String[] arguments) {
        Counting counting = new Counting();
        counting.hold();
        WeChatApp app = new WeChatApp(Path.of(arguments[0]), reception -> counting.around(told -> {
            throw new IllegalStateException("never released");
        }));
        System.out.println(SAYS + app.address());
    }

    URI address() {
        return address;
    }

    /** Ends it as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
