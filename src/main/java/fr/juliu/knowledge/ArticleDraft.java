package fr.juliu.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An article as it would be read from a text that stands in no file yet.
 *
 * @param article  null when the text has an error
 * @param problems what is wrong with the text
 */
public record ArticleDraft(@Nullable Article article, List<Problem> problems) {

    public ArticleDraft {
        problems = List.copyOf(problems);
    }

    /** A library with the article in its place, or beside the others when it is new; unchanged when it has an error. */
    public Library in(Library library) {
        if (article == null) {
            return library;
        }
        List<Article> articles = Stream
                .concat(library.articles().stream().filter(other -> !other.file().equals(article.file())),
                        Stream.of(article))
                .sorted(Comparator.comparing(Article::file)).toList();
        return new Library(articles, library.questions(), library.phrasings(), library.problems());
    }
}
