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
 * @param second   what came of a second reader; null where none was asked
 */
public record LoggedQuestion(String question, String outcome, @Nullable String reason, @Nullable String section,
        double confidence, String messenger, Instant at, @Nullable Second second) {

    /** A question that no second reader had. */
    public LoggedQuestion(String question, String outcome, @Nullable String reason, @Nullable String section,
            double confidence, String messenger, Instant at) {
        this(question, outcome, reason, section, confidence, messenger, at, null);
    }

    /**
     * What came of a second reader.
     *
     * @param effect such as {@code agreed}, or why he chose nothing, such as {@code late}
     * @param local  the section or outcome that is answered without him, where he chose something else; else null
     */
    public record Second(String effect, @Nullable String local) {
    }
}
