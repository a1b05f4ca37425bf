package fr.juliu.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question asked, without who asked it.
 *
 * @param question masked
 * @param outcome  as in the JSON of an answer
 * @param reason   why nothing answered; null when something did
 * @param section  where the answer stands; null when nothing answered
 * @param messenger such as {@code web}
 */
public record LoggedQuestion(String question, String outcome, @Nullable String reason, @Nullable String section,
        double confidence, String messenger, Instant at) {
}
