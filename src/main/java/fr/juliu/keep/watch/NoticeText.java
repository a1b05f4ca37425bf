package fr.juliu.keep.watch;

import fr.juliu.decide.NamedEntry;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.Article;
import fr.juliu.store.Watch;
import fr.juliu.tell.RichText;
import java.util.List;

/** What watchers read: what changed, since when, and where it stands. */
final class NoticeText {

    private static final int MOST = 12;

    private NoticeText() {
    }

    /** The text for a watch. */
    static RichText of(Watch watch, List<ListedChange> changes, Edition edition) {
        RichText.Builder text = RichText.builder().strong(watch.permit().equals(Watch.ALL)
                ? "网上申请的名单有变化："
                : "您关注的「" + name(watch, changes, edition) + "」有变化：");
        changes.stream().limit(MOST).forEach(change -> text.plain("\n• " + change.line()));
        if (changes.size() > MOST) {
            text.plain("\n…还有 " + (changes.size() - MOST) + " 项，看 /changes");
        }
        source(text, changes, edition);
        return text.plain("\n一切以官方信息为准。" + (watch.inGroup() ? "" : "\n不想再收：/unwatch")).build();
    }

    private static String name(Watch watch, List<ListedChange> changes, Edition edition) {
        return edition.catalogue().find(watch.permit()).map(permit -> permit.display())
                .orElseGet(() -> changes.getFirst().row().name());
    }

    /** The article of the table that a change stands in; of what is gone, the newest table. */
    private static void source(RichText.Builder text, List<ListedChange> changes, Edition edition) {
        List<NamedEntry> entries = edition.rollout();
        entries.stream().filter(entry -> changes.stream()
                .anyMatch(change -> change.row().permit().equals(entry.permit().id()))).findFirst()
                .or(() -> entries.reversed().stream().findFirst()).map(NamedEntry::article)
                .ifPresent(article -> cite(text, article));
    }

    private static void cite(RichText.Builder text, Article article) {
        text.plain("\n来源：《" + article.title() + "》");
        article.sources().stream().findFirst()
                .ifPresent(link -> text.plain("\n").link(link.title(), link.url()));
    }
}
