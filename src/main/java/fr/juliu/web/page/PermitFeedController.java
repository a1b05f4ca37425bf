package fr.juliu.web.page;

import fr.juliu.chat.PageLinks;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.watch.ListedChange;
import fr.juliu.keep.watch.ListedRows;
import fr.juliu.keep.watch.Watching;
import fr.juliu.knowledge.Permit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A feed for each permit: what the rollout table says of it, and how that changed. */
@Controller
final class PermitFeedController {

    private final CurrentEdition edition;
    private final Watching watching;
    private final AtomFeed feed;

    PermitFeedController(CurrentEdition edition, Watching watching, PageLinks pages) {
        this.edition = edition;
        this.watching = watching;
        this.feed = new AtomFeed(pages);
    }

    /**
     * The feed of a permit.
     *
     * @param permit its id in the catalogue
     */
    @GetMapping("/feed/{permit}.atom")
    ResponseEntity<String> feed(@PathVariable String permit) {
        Optional<Permit> found = edition.get().catalogue().find(permit);
        if (found.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8"))
                .cacheControl(CacheControl.noCache()).body(feed.write(of(found.get())));
    }

    private AtomFeed.Feed of(Permit permit) {
        List<Watching.DatedChange> history = watching.history(permit.id());
        List<AtomFeed.Item> items = new ArrayList<>();
        history.forEach(change -> items.add(new AtomFeed.Item(name(permit) + " " + change.at().toEpochMilli(),
                permit.chinese() + "：名单变了", change.at(), "/list", text(change.changes()))));
        Instant first = history.isEmpty() ? edition.get().made() : history.getLast().at();
        if (items.isEmpty()) {
            items.add(new AtomFeed.Item(name(permit) + " now", permit.chinese() + "：现在", first, "/list",
                    now(watching.state(permit.id()))));
        }
        return new AtomFeed.Feed(name(permit), "居留 Juliu：" + permit.display(), "网上申请的名单里，这一种有什么变化。以官方信息为准。",
                "/feed/" + permit.id() + ".atom", "/list", items.getFirst().at(), items);
    }

    private static String name(Permit permit) {
        return "permit " + permit.id();
    }

    private static String text(List<ListedChange> changes) {
        return changes.stream().map(change -> "• " + change.line()).collect(Collectors.joining("\n"));
    }

    private static String now(ListedRows listed) {
        return listed.rows().isEmpty()
                ? "名单里没有它。有了会在这里说。"
                : listed.rows().stream().map(row -> "• " + new ListedChange.Added(row).line())
                        .collect(Collectors.joining("\n"));
    }
}
