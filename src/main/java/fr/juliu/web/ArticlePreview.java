package fr.juliu.web;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Library;

/** An article's text as its page shows it, for rooms that do not know the pages. */
public interface ArticlePreview {

    /**
     * The text as safe HTML.
     *
     * @param library whose other articles its words lead to
     */
    String html(Library library, Article article);
}
