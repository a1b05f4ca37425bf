package fr.juliu.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object that a request carries; what is wrong with its fields is told in Chinese. */
final class JsonBody {

    private static final int REPLACEMENT = 0xfffd;

    private final JsonNode root;

    private JsonBody(JsonNode root) {
        this.root = root;
    }

    /**
     * Reads a body.
     *
     * @param example of what it is to be
     * @throws RefusedException when it is no JSON object
     */
    static JsonBody read(byte[] body, JsonMapper json, String example) {
        try {
            JsonNode root = json.readTree(body);
            if (root.isObject()) {
                return new JsonBody(root);
            }
        } catch (JacksonException e) {
            throw bad("请求内容不是能读懂的 JSON（要用 UTF-8 编码），请检查后再发。");
        }
        throw bad("请求内容要是一个 JSON 对象，例如 " + example + "。");
    }

    /** A field; null when it is absent or null. */
    @Nullable
    JsonNode field(String name) {
        JsonNode node = root.path(name);
        return node.isMissingNode() || node.isNull() ? null : node;
    }

    /** A field's text, without half characters, which cannot be written as UTF-8; null when it is absent. */
    @Nullable
    String text(String name) {
        JsonNode node = field(name);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            throw bad(name + " 要是一段文字（字符串）。");
        }
        return wellFormed(node.asString());
    }

    /** The id, a text or a number; null when it is absent. */
    @Nullable
    String id() {
        JsonNode node = field("id");
        if (node == null) {
            return null;
        }
        if (!node.isString() && !node.isNumber()) {
            throw bad("id 要是文字或数字。");
        }
        return wellFormed(node.asString());
    }

    static RefusedException bad(String detail) {
        return new RefusedException(HttpStatus.BAD_REQUEST, detail);
    }

    private static String wellFormed(String text) {
        return text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
