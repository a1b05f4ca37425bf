package fr.juliu.understand;

import fr.juliu.search.Lexicon;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands before, between and behind the names of permits, by the words of {@code lexicon.yml}. */
final class Surroundings {

    private static final String CLAUSE = "[^，。？！,?!；;]";

    private final Pattern change;
    private final Pattern joined;
    private final Pattern somebodyElses;
    private final Pattern status;
    private final Pattern several;
    private final Pattern negated;
    private final Pattern asked;

    Surroundings(Lexicon.Around words) {
        change = Pattern.compile(anyOf(words.change()) + "(?:" + articles(words.article()) + ")? ?$");
        joined = Pattern
                .compile("^(?:" + anyOf(words.behind()) + "|[ 、,，])*(?:" + anyOf(words.joins()) + "|[、,，/&+])(?:"
                        + anyOf(words.between()) + "|[ 、,，])*$");
        somebodyElses = Pattern.compile(anyOf(words.others()) + CLAUSE + "{0,6}" + anyOf(words.othersHold()) + CLAUSE
                + "{0,3}$");
        status = Pattern.compile(anyOf(words.who()) + CLAUSE + "{0,4}" + anyOf(words.holds()) + "[的着了]?$");
        several = Pattern.compile(anyOf(words.several()));
        negated = Pattern.compile("(?:^|[^是])" + anyOf(words.not()) + "[的了 ]?$");
        asked = Pattern.compile("^" + CLAUSE + "{0,4}" + anyOf(words.runsOut()));
    }

    /** Whether it is said that one changes to what follows: 学生转工签, 从学生换成人才. */
    boolean isChangedTo(String before) {
        return change.matcher(before).find();
    }

    /** Whether what stands between two permits joins them: 学生和游客. */
    boolean isJoining(String between) {
        return joined.matcher(between).find();
    }

    /** Whether what follows is somebody else's: 我老公拿的是人才. */
    boolean isOfSomebodyElse(String before) {
        return somebodyElses.matcher(before).find();
    }

    /** Whether what follows is what one has: 我是学生身份; another permit named is the one asked about. */
    boolean isStatus(String before, String behind) {
        return status.matcher(before).find() && !asked.matcher(behind).find();
    }

    /** Whether it is asked of several at once: 分别, 都能. */
    boolean isOfSeveral(String text) {
        return several.matcher(text).find();
    }

    /** Whether what follows is what it is not: 不是学生. */
    boolean isNegated(String before) {
        return negated.matcher(before).find();
    }

    /** Words before a name; those of Latin letters stand apart. */
    private static String articles(List<String> words) {
        return anyOf(words.stream().map(word -> word.charAt(0) < 'a' || word.charAt(0) > 'z' ? word : " " + word)
                .toList());
    }

    private static String anyOf(List<String> words) {
        return words.isEmpty()
                ? "(?!)"
                : words.stream().sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?:", ")"));
    }
}
