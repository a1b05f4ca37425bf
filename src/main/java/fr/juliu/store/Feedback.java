package fr.juliu.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer was of use.
 *
 * @param question masked
 * @param section  where the answer stands; null when nothing answered
 * @param reason   why it was not; null when it was, or when none is told
 */
public record Feedback(String question, String outcome, @Nullable String section, boolean useful,
        @Nullable String reason, Instant at) {
}
