package fr.juliu.telegram;

import fr.juliu.NpmPeers;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A Bot API server written by others, the npm package telegram-test-api, run by Node with one client in one chat. */
public final class NpmTelegramServer implements AutoCloseable {

    private final Process node;
    private final BufferedReader from;
    private final BufferedWriter to;
    private final JsonNode started;

    public NpmTelegramServer() {
        Path home = NpmPeers.installed();
        try {
            node = new ProcessBuilder("node", "telegram-server.js").directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            throw NpmPeers.missing(e);
        }
        from = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        to = new BufferedWriter(new OutputStreamWriter(node.getOutputStream(), StandardCharsets.UTF_8));
        started = read();
    }

    public String url() {
        return started.path("url").asString("");
    }

    public int port() {
        return started.path("port").asInt(0);
    }

    public String token() {
        return started.path("token").asString("");
    }

    /** Lets the client write a text. */
    public void send(String text) {
        ask(Json.object().put("do", "send").put("text", text));
    }

    /** Lets the client write a command such as {@code /start}. */
    public void command(String text) {
        ask(Json.object().put("do", "command").put("text", text));
    }

    /** Lets the client press a button with this data under this message. */
    public void press(int message, String data) {
        ask(Json.object().put("do", "press").put("message", message).put("data", data));
    }

    /** What the bot wrote since the last time, after waiting until there is something. */
    public JsonNode answers() {
        return ask(Json.object().put("do", "answers"));
    }

    /** All that the bot and the client wrote, edits included, oldest first. */
    public JsonNode history() {
        return ask(Json.object().put("do", "history"));
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

    private synchronized JsonNode ask(ObjectNode command) {
        try {
            to.write(command.toString());
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

    private JsonNode read() {
        try {
            String line = from.readLine();
            if (line == null) {
                throw new AssertionError("node ended: see its words on standard error");
            }
            return Json.read(line, "answer");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
