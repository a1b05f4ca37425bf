package fr.juliu.understand;

import fr.juliu.search.TextFolding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which urgent words of a question count: neither a mere worry (会不会被拒) nor another paper (护照过期了). */
final class UrgentCues {

    private static final Pattern CLAUSE_END = Pattern.compile("[，。？！；,?!;\\n]");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]");
    private static final String GAP = "[^，。？！；,?!;\\n]{0,24}?";

    private final Vocabulary vocabulary;
    private final Map<String, Pattern> unless = new HashMap<>();

    UrgentCues(Vocabulary vocabulary, TextFolding folding) {
        this.vocabulary = vocabulary;
        for (Aspect aspect : vocabulary.aspects()) {
            if (!aspect.unless().isEmpty()) {
                unless.put(aspect.id(), Pattern.compile(aspect.unless().stream().map(words -> pattern(words, folding))
                        .collect(Collectors.joining("|"))));
            }
        }
    }

    /** The occurrences without urgent ones that do not count, and without what stands inside those that do. */
    List<Occurrence> counted(String folded, List<Occurrence> all) {
        List<Occurrence> urgent = all.stream().filter(o -> isUrgent(o) && !isExcepted(folded, o)).toList();
        return all.stream().filter(o -> isUrgent(o) ? urgent.contains(o) : !isPointOf(urgent, o)).toList();
    }

    /** A point that prose answers inside an urgent cue is that cue alone: 被拒 in 居留被拒. */
    private boolean isPointOf(List<Occurrence> urgent, Occurrence o) {
        return o.tag().kind() == Tag.Kind.ASPECT
                && vocabulary.aspect(o.tag().id()).asks() == Aspect.Asks.PROSE && urgent.stream().anyMatch(o::within);
    }

    private boolean isUrgent(Occurrence o) {
        return o.tag().kind() == Tag.Kind.ASPECT && vocabulary.aspect(o.tag().id()).asks() == Aspect.Asks.HELP;
    }

    /** Whether the clauses that the cue stands in hold words that take its urgency away. */
    private boolean isExcepted(String folded, Occurrence cue) {
        Pattern words = unless.get(cue.tag().id());
        if (words == null) {
            return false;
        }
        int start = 0;
        int end = folded.length();
        Matcher stop = CLAUSE_END.matcher(folded);
        while (stop.find()) {
            if (stop.end() <= cue.start()) {
                start = stop.end();
            } else if (stop.start() >= cue.end()) {
                end = stop.start();
                break;
            }
        }
        return words.matcher(folded).region(start, end).find();
    }

    /** Words as a pattern; … stands for some characters of the clause, and the last word after one may go on: expir. */
    private static String pattern(String words, TextFolding folding) {
        List<String> parts = Arrays.stream(words.split("…", -1)).map(folding::fold).toList();
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            boolean goesOn = i > 0 && i == parts.size() - 1;
            pattern.append(i == 0 ? "" : GAP).append(word(parts.get(i), !goesOn));
        }
        return pattern.toString();
    }

    private static String word(String folded, boolean whole) {
        boolean latinFirst = LATIN.matcher(folded).lookingAt();
        boolean latinLast = LATIN.matcher(folded.substring(folded.length() - 1)).matches();
        return (latinFirst ? "(?<![a-z0-9])" : "") + Pattern.quote(folded)
                + (latinLast && whole ? "s?(?![a-z0-9])" : "");
    }
}
