package fr.juliu;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tool that other people wrote, from npm, run by Node: each command is a line of JSON, and so is each answer. */
public final class NpmPeer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process node;
    private final BufferedReader from;
    private final BufferedWriter to;

    /** Starts a script of src/test/npm. */
    public NpmPeer(String script, String... arguments) {
        Path home = NpmPeers.installed();
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        try {
            node = new ProcessBuilder(command).directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            throw NpmPeers.missing(e);
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
            if (!node.waitFor(5, TimeUnit.MINUTES)) {
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
}
