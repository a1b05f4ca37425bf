package fr.juliu.web.page;

import fr.juliu.knowledge.Age;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Freshness;
import fr.juliu.knowledge.PageText;
import fr.juliu.knowledge.Section;
import fr.juliu.knowledge.SourceNote;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** What stands below a section on its page: of when its facts are, and what a reader can do with it. */
final class SectionFoot extends CustomBlock {

    private final String heading;
    private final String path;
    private final String home;
    private final String dates;
    private final boolean old;

    private SectionFoot(Article article, Section section, YearMonth now) {
        heading = section.heading();
        path = article.path(section.heading());
        home = "../".repeat(article.path().split("/", -1).length - 2);
        Freshness fresh = section.age().at(section.asOf() == null ? article.asOf() : section.asOf(), now);
        old = fresh.state() != Freshness.State.CURRENT;
        dates = dates(article, section, fresh);
    }

    /** The section's heading, as a question to be asked begins. */
    String heading() {
        return heading;
    }

    /** Where the page is left for the chat, relative to it. */
    String home() {
        return home;
    }

    /** The path of the section on our pages. */
    String path() {
        return path;
    }

    /** Of which months its facts are, and when somebody checked them. */
    String dates() {
        return dates;
    }

    /** Whether its facts are past their age or their end. */
    boolean old() {
        return old;
    }

    /** Puts a foot below each section of a document that says something. */
    static void below(Node document, PageText text, Article article, YearMonth now) {
        List<Section> ahead = article.sections();
        Section section = null;
        if (!ahead.isEmpty() && ahead.getFirst().heading().equals(article.title())) {
            section = ahead.getFirst();
            ahead = ahead.subList(1, ahead.size());
        }
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && text.anchor(heading) != null) {
                if (section != null && isShown(section) && heading.getPrevious() != null) {
                    heading.insertBefore(new SectionFoot(article, section, now));
                }
                int found = ahead.stream().map(Section::heading).toList().indexOf(text.words(heading));
                section = found < 0 ? null : ahead.get(found);
                ahead = ahead.subList(found + 1, ahead.size());
            }
        }
        if (section != null && isShown(section)) {
            document.appendChild(new SectionFoot(article, section, now));
        }
    }

    /** Whether a section says something itself, and not only in those below it. */
    private static boolean isShown(Section section) {
        return !section.blocks().isEmpty();
    }

    private static String dates(Article article, Section section, Freshness fresh) {
        List<YearMonth> months = section.notes().stream().map(SourceNote::month).sorted().toList();
        YearMonth oldest = months.isEmpty() ? article.asOf() : months.getFirst();
        YearMonth newest = months.stream().max(Comparator.naturalOrder()).orElse(oldest);
        Age age = section.age();
        return Stream.of(Pages.asOf(oldest)
                + (newest == null || newest.equals(oldest) ? "" : "（部分到 " + Pages.month(newest) + "）"),
                age.checked() == null ? "" : Pages.month(age.checked()) + "核对过",
                age.until() == null ? "" : "有效至 " + Pages.month(age.until()), state(fresh))
                .filter(words -> !words.isEmpty()).collect(Collectors.joining("，"));
    }

    private static String state(Freshness fresh) {
        return switch (fresh.state()) {
            case CURRENT -> "";
            case AGED -> "很久没有核对，可能已变";
            case ENDED -> "已经过了";
        };
    }
}
