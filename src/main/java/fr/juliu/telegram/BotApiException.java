package fr.juliu.telegram;

import java.time.Duration;

/** A call to Telegram that did not work; its message never holds the bot's token. */
final class BotApiException extends Exception {

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERRORS = 500;

    private final int code;
    private final Duration retryAfter;

    /**
     * A call that did not work.
     *
     * @param code       the HTTP status; 0 when no answer came
     * @param retryAfter how long Telegram asks to wait; zero when it does not
     */
    BotApiException(int code, String message, Duration retryAfter) {
        super(message);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    Duration retryAfter() {
        return retryAfter;
    }

    /** What such a failure says about the way to Telegram. */
    TelegramState state() {
        return switch (code) {
            case 401, 404 -> TelegramState.UNAUTHORISED;
            case CONFLICT -> TelegramState.CONFLICT;
            default -> TelegramState.UNREACHABLE;
        };
    }

    /** Whether Telegram read the call and refused what it says, such as a person who is not there. */
    boolean isAboutTheQuestion() {
        return code == BAD_REQUEST || code == FORBIDDEN;
    }

    /** Whether the same call would be refused again. */
    boolean isRefusal() {
        return code >= 400 && code < SERVER_ERRORS && code != TOO_MANY;
    }
}
