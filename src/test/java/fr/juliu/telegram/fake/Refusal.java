package fr.juliu.telegram.fake;

import org.jspecify.annotations.Nullable;

/** What the Bot API answers instead of a result: see core.telegram.org/bots/api#making-requests. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;
    private final @Nullable String parameter;
    private final long value;

    private Refusal(int code, String description, @Nullable String parameter, long value) {
        super(description, null, false, false);
        this.code = code;
        this.parameter = parameter;
        this.value = value;
    }

    static Refusal bad(String description) {
        return new Refusal(400, "Bad Request: " + description, null, 0);
    }

    static Refusal forbidden(String description) {
        return new Refusal(403, "Forbidden: " + description, null, 0);
    }

    static Refusal conflict(String description) {
        return new Refusal(409, "Conflict: " + description, null, 0);
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized", null, 0);
    }

    static Refusal tooLarge() {
        return new Refusal(413, "Request Entity Too Large", null, 0);
    }

    static Refusal notFound(String description) {
        return new Refusal(404, description, null, 0);
    }

    /** See core.telegram.org/bots/api#responseparameters. */
    static Refusal tooMany(int retryAfter) {
        return new Refusal(429, "Too Many Requests: retry after " + retryAfter, "retry_after", retryAfter);
    }

    /** See core.telegram.org/bots/api#responseparameters. */
    static Refusal migrated(long to) {
        return new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", "migrate_to_chat_id", to);
    }

    int code() {
        return code;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    @Nullable
    String parameter() {
        return parameter;
    }

    long value() {
        return value;
    }
}
