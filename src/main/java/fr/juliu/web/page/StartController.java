package fr.juliu.web.page;

import fr.juliu.chat.Asking;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.Publications;
import fr.juliu.knowledge.Article;
import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the chat shows before anybody asked: what there is to read by topic, and what changed last. */
@Controller
final class StartController {

    private static final int NEWEST = 3;

    private final CurrentEdition edition;
    private final Publications publications;
    private final Asking asking;

    StartController(CurrentEdition edition, Publications publications, Asking asking) {
        this.edition = edition;
        this.publications = publications;
        this.asking = asking;
    }

    /** A part of a page, to be put into the chat's. */
    @GetMapping("/start")
    String start(Model model, HttpServletResponse response) {
        Pages.askAgain(response);
        Edition now = edition.get();
        List<ToldChange.Item> changed = publications.latest().stream()
                .map(publication -> ToldChange.of(publication, now.library()))
                .flatMap(change -> change.groups().stream().flatMap(group -> group.items().stream()
                        .map(item -> new ToldChange.Item(group.title() + "：" + item.text(),
                                item.path() == null ? "/changes#" + change.anchor() : item.path()))))
                .limit(NEWEST).toList();
        model.addAttribute("groups", now.topics());
        model.addAttribute("count", now.library().articles().size());
        model.addAttribute("reader", asking.secondReader());
        model.addAttribute("changed", changed);
        model.addAttribute("newest", changed.isEmpty() ? newest(now) : List.of());
        return "start";
    }

    /** The articles of the newest months, while no change was told yet. */
    private static List<Article> newest(Edition now) {
        return now.library().articles().stream().filter(article -> article.asOf() != null)
                .sorted(Comparator.comparing(StartController::month).reversed()).limit(NEWEST).toList();
    }

    private static YearMonth month(Article article) {
        YearMonth month = article.asOf();
        return month == null ? YearMonth.of(1, 1) : month;
    }
}
