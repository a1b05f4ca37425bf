package fr.juliu.keep.edit;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Passage;
import fr.juliu.knowledge.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The questions that a part of an article is there for: the known ones, then other ways of asking. */
public final class OwnQuestions {

    private static final int SOME = 3;

    private OwnQuestions() {
    }

    /** Three at most that lead to a heading of an article, or to a question below it. */
    public static List<String> ofSection(Library library, Article article, String heading) {
        Set<String> headings = new HashSet<>(Set.of(heading));
        article.sections().stream().filter(section -> section.heading().equals(heading)).map(Section::passages)
                .flatMap(List::stream).map(Passage::question).forEach(headings::add);
        return questions(library).filter(question -> question.headings().stream().anyMatch(headings::contains))
                .filter(question -> question.outcome().equals("section")).map(KnownQuestion::question).distinct()
                .limit(SOME).toList();
    }

    /** Three at most that are to be answered from a row of the table. */
    public static List<String> ofRow(Library library, RowEdit.Row row) {
        return questions(library).filter(question -> question.outcome().equals("listed"))
                .filter(question -> question.rows().stream().anyMatch(expected -> isOf(expected, row)))
                .map(KnownQuestion::question).distinct().limit(SOME).toList();
    }

    private static boolean isOf(String expected, RowEdit.Row row) {
        String[] cells = expected.split("\\|", 2);
        return cells.length == 2 && row.date().equals(cells[0].strip()) && row.permits().contains(cells[1].strip());
    }

    /** Those that stand alone, the known ones first. */
    private static Stream<KnownQuestion> questions(Library library) {
        return Stream.concat(library.questions().stream(), library.phrasings().stream())
                .filter(question -> question.after().isEmpty());
    }
}
