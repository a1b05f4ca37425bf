package fr.juliu.web.page;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Library;
import fr.juliu.web.ArticlePreview;
import java.time.Clock;
import java.time.YearMonth;
import org.springframework.stereotype.Component;

/** The page of an article that is still being written. */
@Component
final class PagePreview implements ArticlePreview {

    private final Clock clock;

    PagePreview(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String html(Library library, Article article) {
        return ArticleHtml.of(library, article, YearMonth.now(clock)).html();
    }
}
