package fr.juliu.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the answer goes to a question that was handed to moderators; what was asked stands elsewhere.
 *
 * @param id    short, of letters and digits
 * @param chat  where it was asked
 * @param topic the topic of that chat; null outside of them
 * @param asked the message that asked; empty since its group moved
 */
public record HandOver(String id, String chat, @Nullable String topic, String asked, Instant at) {
}
