package fr.juliu.understand;

import fr.juliu.search.TextFolding;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which urgent words of a question count: neither a mere worry (会不会被拒) nor another paper (护照过期了). */
final class UrgentCues {

    private static final Pattern CLAUSE_END = Pattern.compile("[，。？！；,?!;\\n]");
    private static final Pattern CLASS = Pattern.compile("<([a-z_]+)>");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]");
    private static final String GAP = "[^，。？！；,?!;\\n]{0,24}?";

    private final Vocabulary vocabulary;
    private final Map<String, Pattern> unless = new HashMap<>();
    private final Map<String, Pattern> with = new HashMap<>();

    UrgentCues(Vocabulary vocabulary, TextFolding folding) {
        this.vocabulary = vocabulary;
        for (Aspect aspect : vocabulary.aspects()) {
            if (!aspect.unless().isEmpty()) {
                unless.put(aspect.id(), anyOf(aspect.unless(), folding, vocabulary));
            }
            if (!aspect.with().isEmpty()) {
                with.put(aspect.id(), anyOf(aspect.with(), folding, vocabulary));
            }
        }
    }

    private static Pattern anyOf(List<String> patterns, TextFolding folding, Vocabulary vocabulary) {
        return Pattern.compile(patterns.stream().map(words -> pattern(words, folding, vocabulary))
                .collect(Collectors.joining("|")));
    }

    /** The occurrences without urgent ones that do not count, and without what stands inside those that do. */
    List<Occurrence> counted(String folded, List<Occurrence> all) {
        List<Occurrence> told = all.stream()
                .filter(o -> isUrgent(o) && hasBeside(folded, o.tag().id()) && !isExcepted(folded, o)).toList();
        Set<String> replaced = told.stream().flatMap(o -> vocabulary.aspect(o.tag().id()).instead().stream())
                .collect(Collectors.toSet());
        List<Occurrence> urgent = told.stream().filter(o -> !replaced.contains(o.tag().id())).toList();
        return all.stream().filter(o -> isUrgent(o) ? urgent.contains(o) : !isPointOf(urgent, o)).toList();
    }

    /** The aspects with the urgent cases that the day tells on which a card runs out, and without those that it denies. */
    Map<String, Aspect> dated(String folded, Map<String, Aspect> aspects, long daysLeft) {
        Map<String, Aspect> dated = new LinkedHashMap<>(aspects);
        for (Aspect aspect : vocabulary.aspects()) {
            Integer most = aspect.runsOut();
            if (most != null && daysLeft > most) {
                dated.remove(aspect.id());
            } else if (most != null && daysLeft <= most && hasBeside(folded, aspect.id())) {
                dated.put(aspect.id(), aspect);
            }
        }
        dated.keySet().removeAll(dated.values().stream().flatMap(aspect -> aspect.instead().stream())
                .collect(Collectors.toSet()));
        return dated;
    }

    /** Whether a question holds one of the words without which an urgent case is none. */
    private boolean hasBeside(String folded, String id) {
        Pattern words = with.get(id);
        return words == null || words.matcher(folded).find();
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
        if (with.containsKey(cue.tag().id())) {
            return words.matcher(folded).find();
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

    /** Words as a pattern: … stands for some characters of the clause, <class> for any of its words. */
    private static String pattern(String words, TextFolding folding, Vocabulary vocabulary) {
        String[] parts = words.split("…", -1);
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            boolean goesOn = i > 0 && i == parts.length - 1;
            Matcher named = CLASS.matcher(parts[i]);
            Stream<String> any = named.matches()
                    ? vocabulary.words(named.group(1)).stream()
                    : Stream.of(folding.fold(parts[i]));
            pattern.append(i == 0 ? "" : GAP)
                    .append(any.map(word -> word(word, !goesOn)).collect(Collectors.joining("|", "(?:", ")")));
        }
        return pattern.toString();
    }

    /** A word as a pattern; what holds nothing but signs that are folded away matches nothing. */
    private static String word(String folded, boolean whole) {
        if (folded.isEmpty()) {
            return "(?!)";
        }
        boolean latinFirst = LATIN.matcher(folded).lookingAt();
        boolean latinLast = LATIN.matcher(folded.substring(folded.length() - 1)).matches();
        return (latinFirst ? "(?<![a-z0-9])" : "") + Pattern.quote(folded)
                + (latinLast && whole ? "s?(?![a-z0-9])" : "");
    }
}
