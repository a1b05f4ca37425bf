package fr.juliu.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question whose right answer is known.
 *
 * @param id         unique in its file
 * @param question   the question ({@code q} in the file)
 * @param kind       how it is asked, such as typo or mixed-fr; free text
 * @param outcome    listed, not-listed, section, list or out-of-scope
 * @param section    the heading of the section expected, null when nothing answers
 * @param sectionAny other headings that are right too
 * @param rows       the rollout entries expected, as {@link ExpectedRows} reads them
 * @param must       texts that the reply must contain
 * @param after      earlier questions of the conversation
 * @param line       the line in the file, from 1
 */
public record KnownQuestion(String id, String question, String kind, String outcome, @Nullable String section,
        List<String> sectionAny, List<String> rows, List<String> must, List<String> after, int line) {

    public KnownQuestion {
        sectionAny = List.copyOf(sectionAny);
        rows = List.copyOf(rows);
        must = List.copyOf(must);
        after = List.copyOf(after);
    }

    /** The rows expected of a table. */
    public ExpectedRows expectedRows() {
        return ExpectedRows.of(rows);
    }

    /** The headings of the sections that are right; empty when none is expected. */
    public List<String> headings() {
        return sectionAny.isEmpty() && section != null ? List.of(section) : sectionAny;
    }
}
