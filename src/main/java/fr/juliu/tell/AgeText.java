package fr.juliu.tell;

import fr.juliu.decide.Citation;
import fr.juliu.knowledge.AgeKind;
import fr.juliu.knowledge.Freshness;
import fr.juliu.knowledge.Link;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What is said of facts that are not fresh: before they are told, and in a word beside them. */
final class AgeText {

    private AgeText() {
    }

    /** What comes before the facts, with the official page to read first; nothing when they are fresh. */
    static void lead(RichText.Builder out, Citation citation) {
        if (citation.fresh().state() == Freshness.State.CURRENT) {
            return;
        }
        out.strong(said(citation));
        Link first = citation.first();
        if (first != null) {
            out.plain("\n先看官方页：").link(first.title(), first.url());
        }
        out.plain("\n\n" + (citation.fresh().state() == Freshness.State.ENDED ? "当时写的是：\n" : ""));
    }

    /** The same in a word, with the comma before it; nothing when they are fresh. */
    static String brief(Citation citation) {
        return switch (citation.fresh().state()) {
            case CURRENT -> "";
            case AGED -> "，" + changed(citation.fresh());
            case ENDED -> "，" + end(citation.fresh().age().until());
        };
    }

    /** When facts were checked, and until when they hold, as it stands below them. */
    static String below(Citation citation) {
        YearMonth until = citation.fresh().age().until();
        return checked(citation) + (until == null ? "" : "，有效至 " + SourceText.spoken(until));
    }

    /** When somebody checked the facts after the month of their source, in brackets; nothing when nobody did. */
    static String checked(Citation citation) {
        YearMonth checked = citation.fresh().age().checked();
        return isChecked(citation) && checked != null ? "（" + SourceText.spoken(checked) + "核对过）" : "";
    }

    private static String said(Citation citation) {
        Freshness fresh = citation.fresh();
        YearMonth date = fresh.date();
        if (fresh.state() == Freshness.State.ENDED || date == null) {
            return "这一段" + end(fresh.age().until()) + "，不能当现在的规定。";
        }
        boolean some = !isChecked(citation) && !date.equals(citation.newest());
        AgeKind kind = fresh.age().kind();
        return (some ? "这里有 " : "这是 ") + SourceText.spoken(date) + (isChecked(citation) ? "核对的" : "的")
                + (kind == null ? "资料" : kind.called()) + "，" + changed(fresh) + "。";
    }

    private static String changed(Freshness fresh) {
        return fresh.hasLikelyChanged() ? "多半已变" : "可能已变";
    }

    private static String end(@Nullable YearMonth until) {
        return "只管到 " + (until == null ? "以前" : SourceText.spoken(until)) + "，现在已经过了";
    }

    /** Whether somebody checked the facts after the month of their source. */
    private static boolean isChecked(Citation citation) {
        YearMonth checked = citation.fresh().age().checked();
        return checked != null && (citation.asOf() == null || checked.isAfter(citation.asOf()));
    }
}
