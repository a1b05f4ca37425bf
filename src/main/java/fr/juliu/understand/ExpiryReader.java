package fr.juliu.understand;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the day or month on which a question says that a card runs out: 1 月 20 日到期, expire le 20/01/2027, 有效期到明年三月.
 * The day of another paper, such as a passport, is none. Where no year is said, it is the next one; the last one where the
 * question says that the card has run out (已经过期).
 */
final class ExpiryReader {

    private static final String CLAUSE_END = "，。？！；,?!;\n";
    private static final Pattern AFTER_IT = Pattern.compile("(?<gap>[^" + CLAUSE_END + "\\d]{0,12}?)"
            + "(?<word>到期|过期|期满|失效|截止|为止|expir|runs? out|daoqi|guoqi)");
    private static final Pattern BEFORE_IT = Pattern.compile("(?:到期|过期|有效|失效|截止|期限|expir\\w*|expiry|valable|valide?\\b"
            + "|validite)(?:期限?|日期?|时间|[是为到至在:：截止就只还的 ]|date|le|du|au|on|until|till|jusqu|en|fin|the|end of|is)*$");
    private static final Pattern CARD_UNTIL = Pattern.compile("(?:卡|居留|证|titre|carte|card|permit)(?:[我的是只能用还有 ]"
            + "|de sejour)*(?:到|至|jusqu au|until) ?$");
    private static final Pattern NOTHING_MORE = Pattern.compile("[底末初]?(?:$|[" + CLAUSE_END + "]|就|的)");
    private static final Pattern TO_COME = Pattern.compile("就|快|要|将|会|马上");
    private static final Pattern OVER = Pattern.compile("已经|已$|早就|早已|已过期");
    private static final Pattern OVER_AFTER = Pattern.compile("^(?:(?:的[^" + CLAUSE_END + "]{0,8})?忘|了|没|还没|好久|后没)");
    /** 2 月 29 日 comes back after eight years at the latest. */
    private static final int MOST_YEARS = 8;

    private final Pattern cards;
    private final Pattern others;

    /**
     * A reader.
     *
     * @param cards  words for a card, folded
     * @param others words for what is no card, folded
     */
    ExpiryReader(Collection<String> cards, Collection<String> others) {
        this.cards = anyOf(cards);
        this.others = anyOf(others);
    }

    /**
     * A date of a question.
     *
     * @param rest the question without it
     */
    record Found(Expiry expiry, String rest) {
    }

    /** How a date is said to be that of a card's end. */
    private record Said(DateReader.Found date, String clause, boolean over) {
    }

    /** The first such date of a folded question. */
    Optional<Found> read(String folded, LocalDate today) {
        String text = DateReader.spelledOut(folded, today);
        return DateReader.dates(text).stream().flatMap(date -> said(text, date).stream())
                .filter(said -> isOfACard(said.clause()))
                .flatMap(said -> expiry(said, today).stream().map(expiry -> new Found(expiry,
                        text.substring(0, said.date().start()) + text.substring(said.date().end()))))
                .findFirst();
    }

    private static Optional<Said> said(String text, DateReader.Found date) {
        String before = text.substring(0, date.start());
        String after = text.substring(date.end());
        String clause = before.substring(1 + IntStream.range(0, before.length())
                .filter(at -> CLAUSE_END.indexOf(before.charAt(at)) >= 0).max().orElse(-1));
        Matcher follows = AFTER_IT.matcher(after);
        if (follows.lookingAt()) {
            String gap = follows.group("gap");
            boolean over = OVER.matcher(gap).find() || OVER.matcher(clause).find()
                    || (!TO_COME.matcher(gap).find() && OVER_AFTER.matcher(after.substring(follows.end())).find());
            return Optional.of(new Said(date, clause + gap + follows.group("word"), over));
        }
        boolean until = CARD_UNTIL.matcher(clause).find() && NOTHING_MORE.matcher(after).lookingAt();
        return BEFORE_IT.matcher(clause).find() || until
                ? Optional.of(new Said(date, clause, OVER.matcher(clause).find()))
                : Optional.empty();
    }

    /** Whether what runs out is a card: the last paper named is one, or none is. */
    private boolean isOfACard(String clause) {
        int other = last(others, clause);
        return other < 0 || last(cards, clause) > other;
    }

    private static int last(Pattern words, String clause) {
        return words.matcher(clause).results().mapToInt(found -> found.end() * 100 + found.end() - found.start()).max()
                .orElse(-1);
    }

    private static Optional<Expiry> expiry(Said said, LocalDate today) {
        Integer year = said.date().year();
        if (year != null) {
            return said.date().in(year, false);
        }
        IntStream years = said.over()
                ? IntStream.rangeClosed(0, MOST_YEARS).map(back -> today.getYear() - back)
                : IntStream.rangeClosed(0, MOST_YEARS).map(on -> today.getYear() + on);
        return years.boxed().flatMap(each -> said.date().in(each, true).stream())
                .filter(expiry -> said.over() ? !expiry.first().isAfter(today) : !expiry.isOver(today)).findFirst();
    }

    private static Pattern anyOf(Collection<String> words) {
        if (words.isEmpty()) {
            return Pattern.compile("(?!)");
        }
        List<String> longestFirst = words.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
        return Pattern.compile(Stream.concat(longestFirst.stream().filter(word -> word.charAt(0) < 128)
                .map(word -> "(?<![a-z0-9])" + Pattern.quote(word) + "(?![a-z0-9])"),
                longestFirst.stream().filter(word -> word.charAt(0) >= 128).map(Pattern::quote))
                .collect(Collectors.joining("|")));
    }
}
