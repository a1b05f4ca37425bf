package fr.juliu;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tool that other people wrote, from npm, run by Node: each command is a line of JSON, and so is each answer. */
public final class NpmPeer implements AutoCloseable {

    private static final Path SOURCE = Path.of("src/test/npm");
    private static final Path HOME = Path.of("target/npm");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", ".npmrc",
            "telegram-server.js", "wechat.js");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process node;
    private final BufferedReader from;
    private final BufferedWriter to;

    /** Starts a script of src/test/npm. */
    public NpmPeer(String script, String... arguments) {
        install();
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        try {
            node = new ProcessBuilder(command).directory(HOME.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            throw missing(e);
        }
        from = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        to = new BufferedWriter(new OutputStreamWriter(node.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** What comes out of a command. */
    public synchronized JsonNode ask(Map<String, ?> command) {
        try {
            to.write(JSON.writeValueAsString(command));
            to.newLine();
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode answer = read();
        if (answer.has("error")) {
            throw new AssertionError(command + ": " + answer.path("error").asString(""));
        }
        return answer.path("result");
    }

    /** The next line that it says. */
    public JsonNode read() {
        try {
            String line = from.readLine();
            if (line == null) {
                throw new AssertionError("node ended: see its words on standard error");
            }
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            to.close();
            if (!node.waitFor(5, TimeUnit.SECONDS)) {
                node.destroyForcibly();
            }
            from.close();
        } catch (IOException e) {
            node.destroyForcibly();
        } catch (InterruptedException e) {
            node.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Runs {@code npm ci} unless an earlier run finished with the same lock file. */
    private static synchronized void install() {
        Path done = HOME.resolve("installed.json");
        try {
            Files.createDirectories(HOME);
            for (String file : FILES) {
                Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            Path lock = HOME.resolve("package-lock.json");
            if (Files.exists(done) && Files.mismatch(lock, done) == -1) {
                return;
            }
            Path log = HOME.resolve("npm-ci.log");
            Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts").directory(HOME.toFile())
                    .redirectErrorStream(true).redirectOutput(log.toFile()).start();
            if (npm.waitFor() != 0) {
                throw new AssertionError("npm ci failed in " + HOME + ":\n" + Files.readString(log));
            }
            Files.copy(lock, done, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw missing(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static AssertionError missing(IOException e) {
        return new AssertionError(
                "This test needs Node and npm: install Debian's nodejs and npm, or run bash .ci/run. " + e.getMessage(),
                e);
    }
}
