package fr.juliu.keep;

import fr.juliu.edition.RowDifference;
import fr.juliu.edition.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A known question answered wrongly, as the keeper reads it in Chinese. */
public final class MissText {

    /** Outcomes that are one where rows are right or wrong. */
    private static final Set<String> LISTS = Set.of("listed", "list");

    /** As many rows as are told. */
    private static final int MOST = 5;

    private MissText() {
    }

    /** What was asked, what should have been said, and what was; of two answers from the table, the rows that differ. */
    public static String line(Scorecard.Miss miss) {
        String expected = miss.question().outcome();
        String got = miss.answer().outcome();
        String asked = miss.question().id() + " " + miss.question().question() + "：";
        RowDifference rows = miss.difference();
        if (LISTS.contains(expected) && LISTS.contains(got) && !rows.isEmpty()) {
            return asked + "名单不对" + told("，少了 ", rows.missing()) + told("，多了 ", rows.extra());
        }
        return asked + "应为 " + Statistics.named(expected) + quoted(expected(miss))
                + "，得到 " + Statistics.named(got) + quoted(got(miss)) + must(miss);
    }

    /** The rows that should have been told, else the sections that may answer. */
    private static List<String> expected(Scorecard.Miss miss) {
        return miss.expected().isEmpty() ? miss.question().headings() : miss.expected();
    }

    /** The section that answered, else the permits that are said not to be listed. */
    private static List<String> got(Scorecard.Miss miss) {
        String section = miss.answer().section();
        return switch (miss.answer().outcome()) {
            case "section" -> section == null ? List.of() : List.of(section);
            case "not-listed" -> miss.answer().notListed();
            default -> miss.answer().rollout().stream().map(fact -> fact.date() + "|" + fact.permit()).toList();
        };
    }

    private static String must(Scorecard.Miss miss) {
        List<String> unsaid = miss.question().must().stream().filter(text -> !miss.answer().text().contains(text))
                .toList();
        return unsaid.isEmpty() ? "" : "，没有说 " + String.join("、", unsaid);
    }

    private static String quoted(List<String> texts) {
        return texts.isEmpty() ? "" : told("「", texts) + "」";
    }

    private static String told(String before, List<String> texts) {
        List<String> shown = new ArrayList<>(texts.subList(0, Math.min(texts.size(), MOST)));
        if (texts.size() > MOST) {
            shown.add("还有 " + (texts.size() - MOST) + " 个");
        }
        return texts.isEmpty() ? "" : before + String.join("；", shown);
    }
}
