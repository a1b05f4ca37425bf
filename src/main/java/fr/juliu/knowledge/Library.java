package fr.juliu.knowledge;

import java.util.List;

/**
 * An immutable snapshot of a folder of articles.
 *
 * @param articles  by file name
 * @param questions the known questions of the folder; empty when it has none
 * @param phrasings other ways of asking, which teach what answers them and are never scored; empty when it has none
 * @param problems  what is wrong with its files; a file with an error is not among the articles
 */
public record Library(List<Article> articles, List<KnownQuestion> questions, List<KnownQuestion> phrasings,
        List<Problem> problems) {

    public Library {
        articles = List.copyOf(articles);
        questions = List.copyOf(questions);
        phrasings = List.copyOf(phrasings);
        problems = List.copyOf(problems);
    }

    /** Its articles alone, which nothing teaches. */
    public Library withoutQuestions() {
        return new Library(articles, List.of(), List.of(), problems);
    }
}
