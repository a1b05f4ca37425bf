package fr.juliu.chat;

import org.jspecify.annotations.Nullable;

/**
 * A message as it is kept for an answer.
 *
 * @param message its id; empty for none
 * @param answer  its words; empty where the file alone says all
 * @param file    as {@link Attachment#written()} has it; null for none
 */
record Kept(String message, String answer, @Nullable String file) {
}
