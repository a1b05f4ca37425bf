package fr.juliu.telegram.send;

import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of a call of the Bot API. */
sealed interface DeliveryOutcome extends Serializable {

    /**
     * It is done.
     *
     * @param messageId of the message sent or edited; null when the call is about none
     */
    record Done(@Nullable String messageId) implements DeliveryOutcome {
    }

    /** Too much was sent; it may be tried again after a while. */
    record TooMuch(Duration pause) implements DeliveryOutcome {
    }

    /**
     * It was refused, and would be again.
     *
     * @param movedTo the id that the group has now; null when it did not get another
     */
    record Refused(int code, String description, @Nullable Long movedTo) implements DeliveryOutcome {

        /** Whether the description says some words, given in lower case. */
        boolean says(String words) {
            return description.toLowerCase(Locale.ROOT).contains(words);
        }
    }

    /** The token is not valid: nothing at all can be sent. */
    record Locked() implements DeliveryOutcome {
    }

    /** No answer came, or none that can be read; it may have been done all the same. */
    record Unanswered(String reason) implements DeliveryOutcome {
    }
}
