package fr.juliu.store;

import org.jspecify.annotations.Nullable;

/**
 * The wish of a chat to be told when what the rollout table says of a permit changes.
 *
 * @param id        in the order of time
 * @param messenger such as {@code telegram}
 * @param chat      such as {@code telegram:42}
 * @param topic     the topic of a group that has topics; null outside of them
 * @param inGroup   whether several people read along
 * @param permit    the permit's id in the catalogue, or {@link #ALL}
 * @param told      the state of the permit that the chat knows of
 */
public record Watch(String id, String messenger, String chat, @Nullable String topic, boolean inGroup, String permit,
        String told) {

    /** In place of a permit: all that the table lists. */
    public static final String ALL = "*";
}
