package fr.juliu.telegram;

import fr.juliu.NpmPeer;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A Bot API server written by others, the npm package telegram-test-api, run by Node with one client in one chat. */
public final class NpmTelegramServer implements AutoCloseable {

    private final NpmPeer peer = new NpmPeer("telegram-server.js");
    private final JsonNode started = peer.read();

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
        peer.ask(Map.of("do", "send", "text", text));
    }

    /** Lets the client write a command such as {@code /start}. */
    public void command(String text) {
        peer.ask(Map.of("do", "command", "text", text));
    }

    /** Lets the client press a button with this data under this message. */
    public void press(int message, String data) {
        peer.ask(Map.of("do", "press", "message", message, "data", data));
    }

    /** What the bot wrote since the last time, after waiting until there is something. */
    public JsonNode answers() {
        return peer.ask(Map.of("do", "answers"));
    }

    /** All that the bot and the client wrote, edits included, oldest first. */
    public JsonNode history() {
        return peer.ask(Map.of("do", "history"));
    }

    @Override
    public void close() {
        peer.close();
    }
}
