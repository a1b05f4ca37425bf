package fr.juliu.answer;

import fr.juliu.search.PlaceIndex;
import fr.juliu.search.TextFolding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Understands a question: which permits, what about them, when, and what else it speaks of. */
final class QuestionReader {

    private static final Pattern REFERS_BACK = Pattern.compile(
            "^(?:那|那么|还有|然后|另外|换成|如果是|要是|如果|and|et|what about|how about|et pour|then|alors|ok|好的?|嗯|哦)[\\p{IsHan} ,，a-z]?.*|.*(?:呢|ne)[？?。!！]*$");
    private static final Pattern CLAUSE_END = Pattern.compile("[，。？！；,?!;\\n]");

    private final TextFolding folding;
    private final Vocabulary vocabulary;
    private final MentionResolver mentions;
    private final PeriodReader periods;
    private final PlaceIndex index;
    private final Supplier<SpellingRepair> repair;

    QuestionReader(TextFolding folding, Vocabulary vocabulary, PeriodReader periods, PlaceIndex index,
            Supplier<SpellingRepair> repair) {
        this.folding = folding;
        this.vocabulary = vocabulary;
        this.mentions = new MentionResolver(vocabulary);
        this.periods = periods;
        this.index = index;
        this.repair = repair;
    }

    Question read(String text) {
        Question question = understand(folding.fold(text));
        if (!question.mentions().isEmpty() || question.folded().isBlank()) {
            return question;
        }
        String repaired = repair.get().repair(question.folded());
        if (repaired.equals(question.folded())) {
            return question;
        }
        Question again = understand(repaired);
        return again.mentions().isEmpty() && !question.aspects().isEmpty() ? question : again;
    }

    private Question understand(String folded) {
        List<Occurrence> all = vocabulary.find(folded);
        boolean aboutPermits = all.stream().anyMatch(o -> o.tag().kind() == Tag.Kind.GENERAL)
                || all.stream().anyMatch(o -> o.tag().kind() == Tag.Kind.ASPECT
                        && vocabulary.aspect(o.tag().id()).asks() == Aspect.Asks.ROLLOUT);
        List<Mention> named = mentions.resolve(folded, all, true);
        List<Occurrence> cues = cues(folded, all, named);
        Map<String, Aspect> aspects = new LinkedHashMap<>();
        cues.forEach(cue -> aspects.put(cue.tag().id(), vocabulary.aspect(cue.tag().id())));
        Set<String> talk = new LinkedHashSet<>();
        all.stream().filter(o -> o.tag().kind() == Tag.Kind.TALK).forEach(o -> talk.add(o.tag().id()));
        return new Question(folded, named, aspects, talk, phase(aspects), periods.read(folded).orElse(null),
                aboutPermits,
                units(folded, all, cues, named), synonyms(all, aspects.values()),
                REFERS_BACK.matcher(folded).matches());
    }

    private static Phase phase(Map<String, Aspect> aspects) {
        boolean first = aspects.containsKey("first");
        boolean renewal = aspects.containsKey("renewal");
        if (first) {
            return renewal ? Phase.ANY : Phase.FIRST;
        }
        return renewal || aspects.containsKey("expiring") ? Phase.RENEWAL : Phase.ANY;
    }

    /** The cues that count: not inside a longer cue, a frame word or a permit's name, nor told before the question proper. */
    private List<Occurrence> cues(String folded, List<Occurrence> all, List<Mention> named) {
        List<Occurrence> longest = new ArrayList<>();
        all.stream().filter(o -> o.tag().kind() == Tag.Kind.ASPECT || o.tag().kind() == Tag.Kind.FRAME)
                .sorted(Comparator.comparingInt((Occurrence o) -> o.end() - o.start()).reversed())
                .forEach(o -> {
                    if (longest.stream()
                            .noneMatch(l -> o.within(l) && l.end() - l.start() > o.end() - o.start() && !l.gapped())) {
                        longest.add(o);
                    }
                });
        longest.removeIf(o -> o.tag().kind() == Tag.Kind.FRAME);
        longest.removeIf(o -> !isRollout(o) && named.stream().anyMatch(m -> m.start() <= o.start() && o.end() <= m.end()
                && !(m.start() == o.start() && m.end() == o.end())));
        longest.removeIf(o -> isBackground(folded, o, longest));
        longest.sort(Comparator.comparingInt(Occurrence::start));
        return longest;
    }

    private boolean isRollout(Occurrence cue) {
        return vocabulary.aspect(cue.tag().id()).asks() == Aspect.Asks.ROLLOUT;
    }

    /** In a long story a point counts when it is not followed, in a later clause, by the question whether it is online. */
    private boolean isBackground(String folded, Occurrence cue, List<Occurrence> cues) {
        Aspect aspect = vocabulary.aspect(cue.tag().id());
        if (aspect.asks() != Aspect.Asks.PROSE || aspect.anywhere()) {
            return false;
        }
        return cues.stream().anyMatch(later -> later.tag().id().equals("online") && later.start() >= cue.end()
                && CLAUSE_END.matcher(folded.substring(cue.end(), later.start())).find());
    }

    private List<String> synonyms(List<Occurrence> all, Collection<Aspect> aspects) {
        Set<String> words = new LinkedHashSet<>();
        all.stream().filter(o -> o.tag().kind() == Tag.Kind.SAME)
                .forEach(o -> words.addAll(vocabulary.group(o.tag().id())));
        aspects.forEach(aspect -> words.addAll(aspect.find()));
        return List.copyOf(words);
    }

    private List<Question.Unit> units(String folded, List<Occurrence> all, List<Occurrence> cues, List<Mention> named) {
        boolean[] told = new boolean[folded.length()];
        cues.forEach(o -> mark(told, o.start(), o.end()));
        named.forEach(m -> mark(told, m.start(), m.end()));
        all.stream().filter(o -> o.tag().kind() == Tag.Kind.GENERAL || o.tag().kind() == Tag.Kind.TALK
                || (o.tag().kind() == Tag.Kind.FRAME && o.letters() > 1)).forEach(o -> mark(told, o.start(), o.end()));
        List<Question.Unit> units = new ArrayList<>();
        all.stream().filter(o -> o.tag().kind() == Tag.Kind.SAME && !isTold(told, o.start(), o.end()))
                .sorted(Comparator.comparingInt(Occurrence::letters).reversed()).forEach(o -> {
                    if (!isTold(told, o.start(), o.end())) {
                        units.add(new Question.Unit(folded.substring(o.start(), o.end()),
                                vocabulary.group(o.tag().id())));
                        mark(told, o.start(), o.end());
                    }
                });
        int from = 0;
        for (String word : index.words(folded)) {
            int at = folded.indexOf(word, from);
            if (at >= 0) {
                from = at + word.length();
                if (word.length() > 1 && !isTold(told, at, from) && !isFrame(all, at, from)) {
                    units.add(new Question.Unit(word, List.of(word)));
                }
            }
        }
        return units;
    }

    private static boolean isFrame(List<Occurrence> all, int from, int to) {
        return all.stream().anyMatch(o -> o.tag().kind() == Tag.Kind.FRAME && o.start() <= from && o.end() >= to);
    }

    private static void mark(boolean[] told, int from, int to) {
        Arrays.fill(told, from, to, true);
    }

    private static boolean isTold(boolean[] told, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!told[i]) {
                return false;
            }
        }
        return true;
    }
}
