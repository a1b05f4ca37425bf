package fr.juliu.web.page;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Library;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

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
        model.addAttribute("groups", edition.get().topics());
        return "articles";
    }

    @GetMapping("/a/{*slug}")
    String one(@PathVariable String slug, Model model, HttpServletResponse response) {
        String wanted = slug.substring(1);
        Library library = edition.get().library();
        List<Article> found = library.articles().stream().filter(article -> article.slug().equals(wanted)).toList();
        if (found.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Pages.askAgain(response);
        model.addAttribute("page", ReadArticle.of(found.getFirst(), library, clock, oldFacts));
        return "article";
    }
}
