package fr.juliu.web;

import fr.juliu.answer.Edition;
import fr.juliu.answer.NamedEntry;
import fr.juliu.knowledge.Qualifier;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A row of the table of what is online.
 *
 * @param date    as the article writes it
 * @param since   its first month, such as 2024-07
 * @param chinese the permit's Chinese name
 * @param french  its French name, empty when none is known
 * @param marks   what limits it, such as 只有续
 * @param article the article's title
 * @param path    the path of the table on our pages
 * @param text    what a search looks in: folded, without spaces
 */
record ListedPermit(String date, String since, String chinese, String french, List<String> marks, String article,
        String path, String text) {

    /** All that the tables of an edition list, the newest first or by name. */
    static List<ListedPermit> all(Edition edition, boolean byName) {
        List<ListedPermit> rows = edition.rollout().stream().map(line -> of(line, edition)).toList();
        Comparator<ListedPermit> newest = Comparator.comparing(ListedPermit::since).reversed();
        Comparator<ListedPermit> sounds = Comparator.comparing(row -> row.chinese + row.french,
                Collator.getInstance(Locale.CHINA)::compare);
        return rows.stream().sorted(byName ? sounds.thenComparing(newest) : newest).toList();
    }

    /** Whether a search finds it: all of the folded words stand in it, 1 月 not in 11 月. */
    public boolean matches(List<String> words) {
        return words.stream().allMatch(
                word -> Pattern
                        .compile("(?<![0-9])(?=[0-9])" + Pattern.quote(word) + "|(?![0-9])" + Pattern.quote(word))
                        .matcher(text).find());
    }

    private static ListedPermit of(NamedEntry line, Edition edition) {
        String text = edition
                .folded(String.join(" ", line.entry().date(), line.entry().permit(), line.permit().display(),
                        line.entry().group() == null ? "" : line.entry().group(), String.join(" ", marks(line))));
        return new ListedPermit(line.entry().date(), line.entry().since().toString(), line.chinese(),
                line.french().isEmpty() ? otherName(line) : line.french(), marks(line),
                line.article().title(), line.article().path(line.section().heading()),
                text.replaceAll("[\\s\\p{Z}]+", ""));
    }

    /** The catalogue's French name, where the table has none. */
    private static String otherName(NamedEntry line) {
        return line.permit().french().equals(line.chinese()) ? "" : line.permit().french();
    }

    private static List<String> marks(NamedEntry line) {
        List<String> marks = new ArrayList<>();
        if (line.planned()) {
            marks.add("计划");
        }
        if (line.entry().qualifiers().contains(Qualifier.RENEWAL)) {
            marks.add("只有续");
        }
        if (line.entry().qualifiers().contains(Qualifier.FIRST)) {
            marks.add("只有首次");
        }
        if (line.entry().group() != null) {
            marks.add(line.entry().group());
        }
        return marks;
    }
}
