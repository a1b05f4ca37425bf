package fr.juliu.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question with the answer that a moderator keeps for it in his group.
 *
 * @param id      short, of letters and digits
 * @param note    the same for all questions that share the answer
 * @param chat    the group's, such as {@code telegram:-1001234}
 * @param file    what the messenger sends along, in the words of whoever stores it; null for words alone
 * @param message the id of the message kept; empty for none, and since its group moved, where messages are numbered anew
 * @param shown   whether that message was pinned in the chat
 * @param byId    who kept it; null when he is anonymous or wants to be forgotten
 * @param byName  his name as others saw it; null when he wants to be forgotten
 * @param edition the edition of the knowledge at that time
 * @param verdict what the articles said to the question at that time
 */
public record Pin(String id, String note, String chat, String question, String answer, @Nullable String file,
        String message, boolean shown, @Nullable String byId, @Nullable String byName, Instant at, String edition,
        String verdict) {

    /** A question alone with its answer in words, whose message was pinned. */
    public Pin(String id, String chat, String question, String answer, String message, @Nullable String byId,
            @Nullable String byName, Instant at, String edition, String verdict) {
        this(id, id, chat, question, answer, null, message, true, byId, byName, at, edition, verdict);
    }
}
