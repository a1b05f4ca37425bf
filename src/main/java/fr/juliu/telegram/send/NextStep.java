package fr.juliu.telegram.send;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is to be done with an item after a call. */
sealed interface NextStep {

    /** It went out. */
    record Sent(String messageId) implements NextStep {
    }

    /**
     * It is given up.
     *
     * @param instead what is to go out in its place; null for nothing
     */
    record GivenUp(@Nullable BotCall instead) implements NextStep {
    }

    /** It is tried again after a while. */
    record Later(Duration pause) implements NextStep {
    }

    /** It is tried again at once, with another call. */
    record Otherwise(BotCall call) implements NextStep {
    }

    /** It is tried again at once, in the chat that its chat became. */
    record Moved(String chat) implements NextStep {
    }

    /** Nothing can be sent until the token is valid again. */
    record Locked() implements NextStep {
    }

    /**
     * What is to be done after a call.
     *
     * @param called   the call as it was made
     * @param attempts how often it had failed before
     */
    static NextStep of(BotCall called, int attempts, DeliveryOutcome outcome, Retries retries) {
        return switch (outcome) {
            case DeliveryOutcome.Done done ->
                new Sent(done.messageId() == null ? called.messageId() : done.messageId());
            case DeliveryOutcome.TooMuch much -> new Later(much.pause());
            case DeliveryOutcome.Unanswered unanswered -> new Later(retries.pause(attempts));
            case DeliveryOutcome.Locked locked -> new Locked();
            case DeliveryOutcome.Refused refused -> of(called, refused);
        };
    }

    private static NextStep of(BotCall called, DeliveryOutcome.Refused refused) {
        if (refused.movedTo() != null) {
            return new Moved(Renderer.full(refused.movedTo()));
        }
        if (refused.says("message is not modified")) {
            return new Sent(called.messageId());
        }
        if (refused.says("can't parse entities") && called.isHtml()) {
            return new Otherwise(called.plain(new TelegramHtml()));
        }
        return new GivenUp(calledFor(called, refused) ? called.instead() : null);
    }

    /** Whether a refusal is one that the other call was meant for; a picture gives way to words whatever is wrong with it. */
    private static boolean calledFor(BotCall called, DeliveryOutcome.Refused refused) {
        return switch (Refusals.why(refused)) {
            case SHUT_OUT -> called.getMethod().equals(PhotoCall.NAME);
            case NO_RIGHT -> true;
            case NO_TOPIC, NOT_EDITABLE, TOO_LARGE, OTHER -> !called.getMethod().startsWith("pin");
        };
    }
}
