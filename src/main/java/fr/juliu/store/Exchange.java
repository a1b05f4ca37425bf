package fr.juliu.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to the bot and the message that it sent for it, known by their ids for 48 hours: for edits, buttons and pins.
 *
 * @param id      short, of letters and digits, so that it fits into a button
 * @param chat    such as {@code telegram:-1001234}
 * @param asked   the id of the message to the bot; empty since its group moved
 * @param sent    the id of the bot's message; null until it is sent
 * @param kind    what the bot's message is, in the words of whoever stores it
 * @param about   the question, masked
 * @param details what else whoever stores it needs
 */
public record Exchange(String id, String chat, String asked, @Nullable String sent, String kind, String about,
        String details, Instant at) {
}
