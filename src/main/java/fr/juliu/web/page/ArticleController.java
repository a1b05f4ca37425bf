package fr.juliu.web.page;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Library;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The articles as pages to read. */
@Controller
final class ArticleController {

    private final CurrentEdition edition;
    private final Clock clock;
    private final Period oldFacts;

    ArticleController(CurrentEdition edition, Clock clock, Period oldFacts) {
        this.edition = edition;
        this.clock = clock;
        this.oldFacts = oldFacts;
    }

    @GetMapping("/a")
    String all(Model model, HttpServletResponse response) {
        Pages.askAgain(response);
        model.addAttribute("articles", articles());
        model.addAttribute("missing", false);
        return "articles";
    }

    @GetMapping("/a/{*slug}")
    String one(@PathVariable String slug, Model model, HttpServletResponse response) {
        Pages.askAgain(response);
        String wanted = slug.substring(1);
        Library library = edition.get().library();
        List<Article> found = library.articles().stream().filter(article -> article.slug().equals(wanted)).toList();
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("articles", articles());
            model.addAttribute("missing", true);
            return "articles";
        }
        model.addAttribute("page", ReadArticle.of(found.getFirst(), library, clock, oldFacts));
        return "article";
    }

    private List<Article> articles() {
        return edition.get().library().articles().stream()
                .sorted((a, b) -> a.slug().toLowerCase(Locale.ROOT).compareTo(b.slug().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
