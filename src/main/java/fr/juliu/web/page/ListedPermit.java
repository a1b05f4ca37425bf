package fr.juliu.web.page;

import fr.juliu.decide.NamedEntry;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.Qualifier;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of the table of what is online.
 *
 * @param id      the permit's in the catalogue
 * @param date    as the article writes it
 * @param since   its first month, such as 2024-07
 * @param chinese the permit's Chinese name
 * @param french  its French name, empty when none is known
 * @param marks   what limits it, such as 只有续
 * @param article the article's title
 * @param path    the path of the table on our pages
 * @param text    what a search looks in: folded, without spaces
 */
record ListedPermit(String id, String date, String since, String chinese, String french, List<String> marks,
        String article,
        String path, String text) {

    /** Months from one to another in a date cell, such as 2022 年 3 - 4 月. */
    private static final Pattern SPAN = Pattern.compile("(\\d{4}) ?年 ?(\\d{1,2}) ?[-–—/] ?(\\d{1,2}) ?月");
    private static final int DECEMBER = 12;

    /**
     * All that the tables of an edition list, by date or by name.
     *
     * @param rising whether the oldest or the first letter comes first
     */
    static List<ListedPermit> all(Edition edition, boolean byName, boolean rising) {
        Comparator<ListedPermit> oldest = Comparator.comparing(ListedPermit::since);
        Comparator<ListedPermit> sounds = Comparator.comparing(ListedPermit::spoken,
                Collator.getInstance(Locale.CHINA)::compare);
        Comparator<ListedPermit> first = byName ? sounds : oldest;
        return edition.rollout().stream().map(line -> of(line, edition))
                .sorted((rising ? first : first.reversed()).thenComparing(oldest.reversed())).toList();
    }

    /** The name as it is sorted: a 曾 that begins it is said céng, which the collator takes for the family name Zēng. */
    private String spoken() {
        return (chinese + french).replaceFirst("^曾", "层");
    }

    /**
     * Whether a search finds it.
     *
     * @param words folded; all of them have to stand in it, 1 月 not in 11 月
     * @param named ids of the permits that the search names, by whatever name
     */
    public boolean matches(List<String> words, Set<String> named) {
        return named.contains(id) || words.stream().allMatch(
                word -> Pattern
                        .compile("(?<![0-9])(?=[0-9])" + Pattern.quote(word) + "|(?![0-9])" + Pattern.quote(word))
                        .matcher(text).find());
    }

    /** A row as the page shows it. */
    static ListedPermit of(NamedEntry line, Edition edition) {
        String text = edition
                .folded(String.join(" ", line.entry().date(), line.entry().permit(), line.permit().display(),
                        line.entry().group() == null ? "" : line.entry().group(), String.join(" ", marks(line))));
        return new ListedPermit(line.permit().id(), line.entry().date(), line.entry().since().toString(),
                line.chinese(),
                line.french().isEmpty() ? otherName(line) : line.french(), marks(line),
                line.article().title(), line.article().path(line.section().heading()),
                (text + months(line.entry().date())).replaceAll("[\\s\\p{Z}]+", ""));
    }

    /** The months of a span, each by itself. */
    private static String months(String date) {
        Matcher span = SPAN.matcher(date);
        if (!span.find()) {
            return "";
        }
        int last = Math.min(DECEMBER, Integer.parseInt(span.group(3)));
        return IntStream.rangeClosed(Integer.parseInt(span.group(2)), last)
                .mapToObj(month -> "|" + span.group(1) + "年" + month + "月").collect(Collectors.joining());
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
