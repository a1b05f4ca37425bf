package fr.juliu.web.page;

import fr.juliu.chat.PageLinks;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.Publications;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What changed between the editions published, as a page and as a feed. */
@Controller
final class ChangesController {

    private final CurrentEdition edition;
    private final Publications publications;
    private final AtomFeed feed;

    ChangesController(CurrentEdition edition, Publications publications, PageLinks pages) {
        this.edition = edition;
        this.publications = publications;
        this.feed = new AtomFeed(pages);
    }

    @GetMapping("/changes")
    String changes(Model model, HttpServletResponse response) {
        Pages.askAgain(response);
        Edition now = edition.get();
        model.addAttribute("since", Pages.minute(last(now).since()));
        model.addAttribute("changes", told(now));
        return "changes";
    }

    @GetMapping("/feed.xml")
    ResponseEntity<String> feed() {
        Edition now = edition.get();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8"))
                .cacheControl(CacheControl.noCache()).body(feed.write(now.library(), last(now), told(now)));
    }

    /** The edition told last; while none is, as files are broken, the one that is read now. */
    private Publications.Told last(Edition now) {
        return publications.last().orElseGet(() -> new Publications.Told("none", now.made()));
    }

    private List<ToldChange> told(Edition now) {
        return publications.latest().stream().map(publication -> ToldChange.of(publication, now.library())).toList();
    }
}
