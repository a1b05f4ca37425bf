package fr.juliu.web;

import fr.juliu.chat.Objection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A word on an answer, or on a section of a page, as it comes in.
 *
 * @param id     the answer's; null for a section
 * @param page   the path of the section; null for an answer
 * @param reason why it is of no use, by a known word or in free text; null for none
 * @param link   to what is newer; null for none
 */
record FeedbackRequest(@Nullable String id, @Nullable String page, boolean useful, @Nullable String reason,
        @Nullable String link) {

    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_LINK = 500;
    private static final int LONGEST_PAGE = 1000;

    /**
     * Reads a JSON body.
     *
     * @throws RefusedException when it is no such word
     */
    static FeedbackRequest read(byte[] body, JsonMapper json) {
        JsonBody read = JsonBody.read(body, json, "{\"id\": \"…\", \"useful\": true}");
        String id = read.id();
        String page = read.text("page");
        if (id == null && page == null) {
            throw JsonBody.bad("请把回答的编号写在 id 里，或者把文章段落的地址写在 page 里。");
        }
        if (page != null && page.length() > LONGEST_PAGE) {
            throw JsonBody.bad("段落的地址（page）最多 " + LONGEST_PAGE + " 个字符。");
        }
        JsonNode useful = read.field("useful");
        if (useful == null || !useful.isBoolean()) {
            throw JsonBody.bad("useful 要写 true（有用）或 false（没用）。");
        }
        return new FeedbackRequest(id, page, useful.asBoolean(), reason(read), link(read));
    }

    private static @Nullable String reason(JsonBody read) {
        String reason = read.text("reason");
        if (reason == null) {
            return null;
        }
        int length = reason.codePointCount(0, reason.length());
        if (length > LONGEST_REASON) {
            throw JsonBody.bad("reason 最多 " + LONGEST_REASON + " 个字，现在有 " + length + " 个。");
        }
        String words = reason.replaceAll("\\p{Cntrl}+", " ").strip();
        return words.isEmpty() ? null : words;
    }

    private static @Nullable String link(JsonBody read) {
        String link = read.text("link");
        if (link == null || link.isBlank()) {
            return null;
        }
        String address = link.strip();
        if (address.length() > LONGEST_LINK) {
            throw JsonBody.bad("网址（link）最多 " + LONGEST_LINK + " 个字符。");
        }
        if (!Objection.isLink(address)) {
            throw JsonBody.bad("网址要写完整，以 https:// 或 http:// 开头。");
        }
        return address;
    }
}
