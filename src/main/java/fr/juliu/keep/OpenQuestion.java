package fr.juliu.keep;

import java.time.Instant;
import java.util.List;

/**
 * Something that was asked and that nothing answers.
 *
 * @param wordings the ways in which it was asked, at least one, without who asked
 * @param times    how often it was asked in all of them
 * @param last     when it was asked for the last time
 */
public record OpenQuestion(List<String> wordings, int times, Instant last) {

    public OpenQuestion {
        wordings = List.copyOf(wordings);
        if (wordings.isEmpty()) {
            throw new IllegalArgumentException("a question needs words");
        }
    }
}
