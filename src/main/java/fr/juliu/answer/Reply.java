package fr.juliu.answer;

import java.util.List;

/**
 * An answer with what goes along with it.
 *
 * @param text         what a reader sees, as plain text in the article's characters
 * @param display      the same in the script of the question
 * @param traditional  whether the question was in traditional characters
 * @param alternatives other places that come near, best first
 * @param frame        what a conversation keeps for the next question
 */
public record Reply(String question, Answer answer, String text, String display, boolean traditional,
        List<Alternative> alternatives,
        Explanation explanation, Frame frame) {

    public Reply {
        alternatives = List.copyOf(alternatives);
    }

    /** Another place that comes near. */
    public record Alternative(String article, String section, double confidence) {
    }
}
