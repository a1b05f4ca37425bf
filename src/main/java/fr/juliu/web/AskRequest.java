package fr.juliu.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question as it comes in.
 *
 * @param id           carried over to the answer; null when that is to get one
 * @param conversation whose memory it leans on; null for none
 * @param second       whether a second reader may get it
 */
record AskRequest(String question, @Nullable String id, @Nullable String conversation, boolean explain,
        boolean second) {

    private static final int LONGEST = 1000;
    private static final int LONGEST_CONVERSATION = 64;
    private static final String EXAMPLE = "{\"question\": \"学生居留能网上申请吗\"}";

    /**
     * Reads a JSON body.
     *
     * @throws RefusedException when it is no question
     */
    static AskRequest read(byte[] body, JsonMapper json) {
        JsonBody read = JsonBody.read(body, json, EXAMPLE);
        return new AskRequest(question(read.text("question")), read.id(), conversation(read.text("conversation")),
                flag("explain", read.field("explain"), false), flag("second", read.field("second"), true));
    }

    private static String question(@Nullable String question) {
        if (question == null) {
            throw JsonBody.bad("没有收到问题，请把问题写在 question 里，例如 " + EXAMPLE + "。");
        }
        if (question.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw JsonBody.bad("问题是空的，请写下您想问的话。");
        }
        int length = question.codePointCount(0, question.length());
        if (length > LONGEST) {
            throw JsonBody.bad("问题太长了：最多 " + LONGEST + " 个字，现在有 " + length + " 个，请写短一点再问。");
        }
        return question;
    }

    private static @Nullable String conversation(@Nullable String conversation) {
        if (conversation == null || conversation.isBlank()) {
            return null;
        }
        if (conversation.codePointCount(0, conversation.length()) > LONGEST_CONVERSATION) {
            throw JsonBody.bad("conversation 最多 " + LONGEST_CONVERSATION + " 个字。");
        }
        return conversation;
    }

    private static boolean flag(String name, @Nullable JsonNode value, boolean otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw JsonBody.bad(name + " 只能是 true 或 false。");
        }
        return value.asBoolean();
    }
}
