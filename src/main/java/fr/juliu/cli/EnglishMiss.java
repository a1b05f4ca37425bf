package fr.juliu.cli;

import fr.juliu.edition.RowDifference;
import fr.juliu.edition.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A known question answered wrongly, as a line of English. */
final class EnglishMiss {

    /** Outcomes that are one where rows are right or wrong. */
    private static final Set<String> LISTS = Set.of("listed", "list");

    /** As many rows as are told. */
    private static final int MOST = 5;

    private EnglishMiss() {
    }

    /** What was asked, expected and said; of two answers from the table, the rows that differ. */
    static String line(Scorecard.Miss miss) {
        String expected = miss.question().outcome();
        String got = miss.answer().outcome();
        RowDifference rows = miss.difference();
        boolean byRows = LISTS.contains(expected) && LISTS.contains(got) && !rows.isEmpty();
        String section = miss.answer().section();
        return miss.question().id() + " " + miss.question().question() + ": expected " + expected
                + told(byRows ? rows.missing() : CheckReport.Wrong.expected(miss)) + ", got " + got
                + told(byRows ? rows.extra() : CheckReport.Wrong.got(miss.answer()))
                + (section == null ? "" : " (" + section + ")");
    }

    private static String told(List<String> texts) {
        List<String> shown = new ArrayList<>(texts.subList(0, Math.min(texts.size(), MOST)));
        if (texts.size() > MOST) {
            shown.add("and " + (texts.size() - MOST) + " more");
        }
        return shown.isEmpty() ? "" : " [" + String.join("; ", shown) + "]";
    }
}
