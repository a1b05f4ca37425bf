package fr.juliu.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the bot does not answer in a group for a while, since its moderators want that.
 *
 * @param name as others see it; null when he wants to be forgotten
 */
public record Mute(String chat, String person, @Nullable String name, Instant until) {
}
