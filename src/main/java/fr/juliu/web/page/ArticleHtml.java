package fr.juliu.web.page;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.CrossReferences;
import fr.juliu.knowledge.Library;
import java.time.YearMonth;
import java.util.List;

/**
 * An article's page made into HTML.
 *
 * @param html     safe to be shown: it holds no markup of the article's own, no script, and only links to the web, to
 *                 mail addresses and within our pages
 * @param contents its headings and questions in reading order
 */
record ArticleHtml(String html, List<Place> contents) {

    ArticleHtml {
        contents = List.copyOf(contents);
    }

    /**
     * A place on the page.
     *
     * @param anchor what addresses say behind their #
     * @param depth  from 1
     */
    record Place(String heading, String anchor, int depth) {
    }

    /** The page of an article as it is read in a month; its words lead to the other articles that they name. */
    static ArticleHtml of(Library library, Article article, YearMonth now) {
        return PageWriter.write(article, new CrossReferences(library.articles(), article), now);
    }
}
