package fr.juliu.knowledge;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds prose that is copied from other articles: runs of Chinese characters that stand in both.
 *
 * <p>Punctuation and spaces count for nothing anywhere in a paragraph, full stops included, so that writing them otherwise
 * hides no copy; letters and digits end a run. Names (permits, titles of articles and of linked documents) are taken out on
 * both sides, so that they neither make a run nor interrupt one. Headings, table rows and source lines are no prose.
 */
final class Copies {

    /** As many characters as chance does not repeat. */
    private static final int RUN = 12;

    /** Shorter link texts, such as 这里 or 平台, are words of their sentence. */
    private static final int TITLE = 6;

    private static final char END = ' ';

    private final Pattern names;
    private final Set<String> runs = new HashSet<>();

    /** A run of an article of ours that stands in one of the others. */
    record Copy(String file, int line, String run) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + run;
        }
    }

    /** The characters of a text that count, each with its place in it; a space where a run ends. */
    private record Counted(String text, List<Integer> places) {
    }

    Copies(List<Article> originals, Catalogue catalogue) {
        names = pattern(Stream.concat(catalogue.all().stream().map(Permit::chinese),
                originals.stream().flatMap(Copies::titles)).collect(Collectors.toSet()));
        originals.stream().flatMap(Copies::prose).map(Block::text).map(this::counted).map(Counted::text)
                .forEach(text -> ends(text).forEach(end -> runs.add(text.substring(end - RUN, end))));
    }

    /** The copied runs of an article, each as long as it is. */
    List<Copy> in(Article article) {
        return prose(article)
                .flatMap(block -> runs(block.text()).map(run -> new Copy(article.file(), block.line(), run))).toList();
    }

    private Stream<String> runs(String text) {
        Counted counted = counted(text);
        List<String> found = new ArrayList<>();
        int from = -1;
        int to = -1;
        for (int end : ends(counted.text()).filter(end -> runs.contains(counted.text().substring(end - RUN, end)))
                .toList()) {
            if (end > to + 1 || from < 0) {
                add(found, text, counted, from, to);
                from = end - RUN;
            }
            to = end;
        }
        add(found, text, counted, from, to);
        return found.stream();
    }

    private static void add(List<String> found, String text, Counted counted, int from, int to) {
        if (from >= 0) {
            found.add(text.substring(counted.places().get(from), counted.places().get(to - 1) + 1));
        }
    }

    /** Where runs end, as places behind their last character. */
    private static Stream<Integer> ends(String counted) {
        List<Integer> ends = new ArrayList<>();
        for (int end = RUN; end <= counted.length(); end++) {
            if (counted.substring(end - RUN, end).indexOf(END) < 0) {
                ends.add(end);
            }
        }
        return ends.stream();
    }

    private Counted counted(String text) {
        StringBuilder counted = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        Matcher name = names.matcher(text);
        int next = name.find() ? name.start() : text.length();
        for (int i = 0; i < text.length(); i++) {
            if (i == next) {
                i = name.end() - 1;
                next = name.find() ? name.start() : text.length();
            } else if (Character.isLetterOrDigit(text.charAt(i))) {
                counted.append(isChinese(text.charAt(i)) ? text.charAt(i) : END);
                places.add(i);
            }
        }
        return new Counted(counted.toString(), places);
    }

    private static Stream<Block> prose(Article article) {
        return article.sections().stream().flatMap(section -> section.blocks().stream())
                .filter(block -> switch (block.kind()) {
                    case PARAGRAPH, ITEM, QUOTE, CODE -> true;
                    case ROW, ROLLOUT -> false;
                });
    }

    private static Stream<String> titles(Article article) {
        Stream<String> links = article.sections().stream().flatMap(section -> section.links().stream())
                .map(Link::title).filter(title -> title.length() >= TITLE);
        return Stream.concat(Stream.of(article.title()), links);
    }

    private static Pattern pattern(Collection<String> names) {
        return Pattern.compile(names.stream().filter(name -> name.chars().anyMatch(c -> isChinese((char) c)))
                .sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    private static boolean isChinese(char c) {
        return UnicodeScript.of(c) == UnicodeScript.HAN;
    }
}
