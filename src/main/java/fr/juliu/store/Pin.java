package fr.juliu.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a moderator keeps for his group.
 *
 * @param id      short, of letters and digits
 * @param chat    the group's, such as {@code telegram:-1001234}
 * @param message the id of the message pinned; empty since its group moved, where messages are numbered anew
 * @param byId    who pinned it; null when he is anonymous or wants to be forgotten
 * @param byName  his name as others saw it; null when he wants to be forgotten
 * @param edition the edition of the knowledge at that time
 * @param verdict what the articles said to the question at that time
 */
public record Pin(String id, String chat, String question, String answer, String message, @Nullable String byId,
        @Nullable String byName, Instant at, String edition, String verdict) {
}
