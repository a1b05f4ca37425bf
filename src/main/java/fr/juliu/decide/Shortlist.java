package fr.juliu.decide;

import fr.juliu.understand.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a second reader is shown of a question.
 *
 * @param question   as it was asked
 * @param before     the question that was asked before it in the same talk; empty when none was
 * @param understood what was understood of it, with what it takes over of the talk
 * @param table      what the table says; null when it says nothing
 * @param passages   what the index found, the likeliest first
 */
public record Shortlist(String question, String before, Question understood, @Nullable Answer table,
        List<Passage> passages) {

    /** The most passages of a list. */
    public static final int MOST = 10;

    public Shortlist {
        if (passages.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " passages are shown, not " + passages.size());
        }
        passages = List.copyOf(passages);
    }

    /**
     * A passage to choose.
     *
     * @param article its article's title
     * @param file    its article's file
     * @param heading the heading, or the question of a question-and-answer passage
     * @param glimpse two or three sentences of it
     */
    public record Passage(String article, String file, String heading, String glimpse) {
    }
}
