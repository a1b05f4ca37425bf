package fr.juliu.store;

import java.time.Instant;

/**
 * A question that was asked in a group and not answered there.
 *
 * @param id    short, of letters and digits
 * @param times how often it was asked in these words
 * @param last  when for the last time
 */
public record MissedQuestion(String id, String question, int times, Instant last) {
}
