package fr.juliu.wechat;

import fr.juliu.NpmPeer;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** WeChat's side of signatures and encryption as others wrote it, the npm package wechat-crypto. */
final class NpmWeChat implements AutoCloseable {

    private final NpmPeer peer;

    NpmWeChat(String token, String aesKey, String appId) {
        peer = new NpmPeer("wechat.js", token, aesKey, appId);
    }

    /** The one with the account of the tests. */
    static NpmWeChat usual() {
        return new NpmWeChat(WeChatApp.TOKEN, WeChatApp.AES_KEY, WeChatApp.APP_ID);
    }

    /** The signature over time, nonce and a ciphertext; over the first two alone when that is empty. */
    String signature(String timestamp, String nonce, String ciphertext) {
        return peer.ask(Map.of("do", "sign", "timestamp", timestamp, "nonce", nonce, "text", ciphertext)).asString("");
    }

    String encrypted(String text) {
        return peer.ask(Map.of("do", "encrypt", "text", text)).asString("");
    }

    /** The text and the AppID of a ciphertext. */
    Opened opened(String ciphertext) {
        JsonNode opened = peer.ask(Map.of("do", "decrypt", "text", ciphertext));
        return new Opened(opened.path("message").asString(""), opened.path("id").asString(""));
    }

    record Opened(String text, String appId) {
    }

    @Override
    public void close() {
        peer.close();
    }
}
