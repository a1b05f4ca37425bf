package fr.juliu.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to be sent; kept until it is.
 *
 * @param id        in the order of writing: of two messages of one chat, the earlier has the smaller
 * @param messenger such as {@code telegram}
 * @param chat      such as {@code telegram:-1001234}
 * @param payload   what the messenger's edge needs to send it
 * @param exchange  the exchange that is to know the id of the message sent; null for none
 * @param due       not to be sent before
 * @param attempts  how often it failed
 */
public record OutgoingMessage(String id, String messenger, String chat, String payload, @Nullable String exchange,
        Instant created, Instant due, int attempts) {
}
