package fr.juliu.knowledge;

import java.util.List;

/** A question and its answer inside a section: a list item whose lead is a bold question. */
public record Passage(String question, String answer, int line, List<Link> links) {

    public Passage {
        if (question.isBlank()) {
            throw new IllegalArgumentException("a passage needs a question, line " + line);
        }
        links = List.copyOf(links);
    }
}
