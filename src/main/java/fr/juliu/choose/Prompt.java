package fr.juliu.choose;

import java.util.List;

/**
 * What a server is asked.
 *
 * @param key      a fingerprint of the question, its talk and the passages to choose from, that is the same as long as
 *                 these are, however the prompts are worded
 * @param messages as the server gets them
 * @param ids      by which the passages may be chosen, in their order
 */
public record Prompt(String key, List<Message> messages, List<String> ids) {

    public Prompt {
        messages = List.copyOf(messages);
        ids = List.copyOf(ids);
    }

    /**
     * A message of a conversation with a model.
     *
     * @param role {@code system} or {@code user}
     */
    public record Message(String role, String content) {
    }
}
