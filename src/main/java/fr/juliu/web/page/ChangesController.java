package fr.juliu.web.page;

import fr.juliu.chat.PageLinks;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.Publications;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
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
                .cacheControl(CacheControl.noCache()).body(feed.write(publications(now, last(now), told(now))));
    }

    /** The publications; before the first, the edition that is read now. */
    private static AtomFeed.Feed publications(Edition now, Publications.Told last, List<ToldChange> changes) {
        List<AtomFeed.Item> items = changes.isEmpty()
                ? List.of(new AtomFeed.Item("edition " + last.edition(), "现在的版本", last.since(), "/changes",
                        "现在的版本有 " + now.library().articles().size() + " 篇文章；还没有改动。"))
                : changes.stream().map(ChangesController::item).toList();
        return new AtomFeed.Feed("feed", "居留 Juliu：资料更新", "在法居留的文章和网上申请的名单改了什么。以官方信息为准。", "/feed.xml",
                "/changes", changes.isEmpty() ? last.since() : changes.getFirst().at(), items);
    }

    private static AtomFeed.Item item(ToldChange change) {
        String told = change.groups().stream()
                .map(group -> group.title() + "：\n" + group.items().stream().map(item -> "• " + item.text())
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
        return new AtomFeed.Item("publication " + change.id(),
                (change.back() ? "恢复了上一版：" : "更新：") + change.when(), change.at(), "/changes#" + change.anchor(), told);
    }

    /** The edition told last; while none is, as files are broken, the one that is read now. */
    private Publications.Told last(Edition now) {
        return publications.last().orElseGet(() -> new Publications.Told("none", now.made()));
    }

    private List<ToldChange> told(Edition now) {
        return publications.latest().stream().map(publication -> ToldChange.of(publication, now.library())).toList();
    }
}
