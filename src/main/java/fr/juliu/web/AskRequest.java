package fr.juliu.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question as it comes in.
 *
 * @param id           carried over to the answer
 * @param conversation whose memory it leans on; null for none
 */
record AskRequest(String question, @Nullable String id, @Nullable String conversation, boolean explain) {

    private static final int LONGEST = 1000;
    private static final int LONGEST_CONVERSATION = 64;
    private static final int REPLACEMENT = 0xfffd;

    /**
     * Reads a JSON body.
     *
     * @throws RefusedException when it is no question
     */
    static AskRequest read(byte[] body, JsonMapper json) {
        JsonNode root = parse(body, json);
        return new AskRequest(question(root.path("question")), id(root.path("id")),
                conversation(root.path("conversation")), explain(root.path("explain")));
    }

    private static JsonNode parse(byte[] body, JsonMapper json) {
        try {
            JsonNode root = json.readTree(body);
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            throw bad("请求内容不是能读懂的 JSON（要用 UTF-8 编码），请检查后再发。");
        }
        throw bad("请求内容要是一个 JSON 对象，例如 {\"question\": \"学生居留能网上申请吗\"}。");
    }

    private static String question(JsonNode node) {
        if (isAbsent(node)) {
            throw bad("没有收到问题，请把问题写在 question 里，例如 {\"question\": \"学生居留能网上申请吗\"}。");
        }
        if (!node.isString()) {
            throw bad("question 要是一段文字（字符串）。");
        }
        String question = node.asString();
        if (question.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw bad("问题是空的，请写下您想问的话。");
        }
        int length = question.codePointCount(0, question.length());
        if (length > LONGEST) {
            throw bad("问题太长了：最多 " + LONGEST + " 个字，现在有 " + length + " 个，请写短一点再问。");
        }
        return wellFormed(question);
    }

    private static @Nullable String id(JsonNode node) {
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isString() && !node.isNumber()) {
            throw bad("id 要是文字或数字。");
        }
        return wellFormed(node.asString());
    }

    private static @Nullable String conversation(JsonNode node) {
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isString()) {
            throw bad("conversation 要是一段文字（字符串）。");
        }
        String conversation = node.asString();
        if (conversation.codePointCount(0, conversation.length()) > LONGEST_CONVERSATION) {
            throw bad("conversation 最多 " + LONGEST_CONVERSATION + " 个字。");
        }
        return conversation.isBlank() ? null : conversation;
    }

    private static boolean explain(JsonNode node) {
        if (isAbsent(node)) {
            return false;
        }
        if (!node.isBoolean()) {
            throw bad("explain 只能是 true 或 false。");
        }
        return node.asBoolean();
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** Half characters cannot be written as UTF-8. */
    private static String wellFormed(String text) {
        return text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static RefusedException bad(String detail) {
        return new RefusedException(HttpStatus.BAD_REQUEST, detail);
    }
}
