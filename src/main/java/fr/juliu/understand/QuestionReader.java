package fr.juliu.understand;

import fr.juliu.knowledge.Permit;
import fr.juliu.search.PlaceIndex;
import fr.juliu.search.TextFolding;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands a question: which permits, what about them, when, and what else it speaks of. */
public final class QuestionReader {

    private static final Pattern REFERS_BACK = Pattern.compile(
            "^(?:那(?!个|個|种|種|些|边|邊|里|裡|位|张|張|时|時|年)|那么|还有|然后|另外|换成|如果是|要是|如果|c est pareil|and|et|what about|how about|et pour|then|alors|ok|好的?|嗯|哦)[\\p{IsHan} ,，a-z]?.*|.*(?:呢|ne)[？?。!！]*$");
    // 算不算, 好使不
    private static final Pattern ASKING = Pattern.compile("(\\p{IsHan})[不没]\\1|[不没][?？。]*$");
    private static final Pattern CLAUSE_END = Pattern.compile("[，。？！；,?!;\\n]");

    private final TextFolding folding;
    private final Vocabulary vocabulary;
    private final MentionResolver mentions;
    private final CueReader cueReader;
    private final KeywordReader keywordReader;
    private final UrgentCues urgentCues;
    private final Denial denial;
    private final PeriodReader periods;
    private final ExpiryReader expiries;
    private final @Nullable Supplier<SpellingRepair> repair;

    public QuestionReader(TextFolding folding, Vocabulary vocabulary, PeriodReader periods, PlaceIndex index,
            @Nullable Supplier<SpellingRepair> repair) {
        this.folding = folding;
        this.vocabulary = vocabulary;
        this.mentions = new MentionResolver(vocabulary);
        this.cueReader = new CueReader(vocabulary);
        this.keywordReader = new KeywordReader(vocabulary, index);
        this.urgentCues = new UrgentCues(vocabulary, folding);
        this.denial = new Denial(vocabulary.wordsOrNone("denying"), vocabulary.wordsOrNone("web"),
                vocabulary.wordsOrNone("denied_online"));
        this.periods = periods;
        this.expiries = new ExpiryReader(vocabulary.wordsOrNone("paper"), vocabulary.wordsOrNone("other"));
        this.repair = repair;
    }

    public Question read(String text) {
        Question question = understand(folding.fold(text));
        Supplier<SpellingRepair> spelling = repair;
        // an urgent case is understood: its other words, such as 遣返, are not to be taken for misspelt permits
        boolean understood = question.mentions().stream().anyMatch(Mention::strong)
                || question.asksAny(Aspect.Asks.HELP);
        if (spelling == null || understood || question.folded().isBlank()) {
            return question;
        }
        String repaired = spelling.get().repair(question.folded(), known(question.folded()));
        if (repaired.equals(question.folded())) {
            return question;
        }
        Question again = understand(repaired);
        boolean named = again.mentions().stream().anyMatch(Mention::strong)
                || (question.mentions().isEmpty() && !again.mentions().isEmpty());
        boolean clearer = question.mentions().isEmpty() && again.aspects().size() > question.aspects().size();
        return named || clearer ? again : question;
    }

    /** The same question, where permits of an earlier edition are this one's, and those that it lacks are gone. */
    public Question withKnownPermits(Question question) {
        return question.withMentions(question.mentions().stream()
                .flatMap(mention -> vocabulary.known(mention.permit().id()).stream().map(mention::of)).toList());
    }

    private BitSet known(String folded) {
        BitSet known = new BitSet();
        vocabulary.find(folded).stream().filter(o -> o.letters() > 1).forEach(o -> known.set(o.start(), o.end()));
        return known;
    }

    private Question understand(String folded) {
        List<Occurrence> all = urgentCues.counted(folded, vocabulary.find(folded));
        List<Mention> named = new ArrayList<>(mentions.asked(folded, all));
        List<Occurrence> cues = cueReader.cues(folded, all);
        dropProceduresOfTheStory(folded, named, cues);
        Map<String, Aspect> aspects = new LinkedHashMap<>();
        for (Occurrence cue : cues) {
            aspects.put(cue.tag().id(), vocabulary.aspect(cue.tag().id()));
        }
        if (named.isEmpty() && denial.isOnlineDenied(folded)) {
            Aspect denied = vocabulary.aspect(Aspect.Role.NOT_ONLINE);
            aspects.put(denied.id(), denied);
        }
        LocalDate today = periods.today();
        ExpiryReader.Found runsOut = expiries.read(folded, today).orElse(null);
        if (runsOut != null) {
            aspects = urgentCues.dated(folded, aspects, ChronoUnit.DAYS.between(today, runsOut.expiry().last()));
        }
        Set<String> talk = new LinkedHashSet<>();
        all.stream().filter(o -> o.tag().kind() == Tag.Kind.TALK).forEach(o -> talk.add(o.tag().id()));
        boolean asking = all.stream().anyMatch(o -> o.tag().kind() == Tag.Kind.ASKING) || ASKING.matcher(folded).find();
        return new Question(folded, named, aspects, talk, phase(folded, cues, named),
                periods.read(runsOut == null ? folded : runsOut.rest()).orElse(null),
                runsOut == null ? null : runsOut.expiry(), isAboutPermits(all, aspects.values()), asking,
                keywordReader.read(folded, all, cues),
                synonyms(all, aspects.values()), REFERS_BACK.matcher(folded).matches());
    }

    private Phase phase(String folded, List<Occurrence> cues, List<Mention> named) {
        Phase told = cueReader.phase(folded, cues);
        return told == Phase.ANY && named.stream().anyMatch(Mention::change) ? Phase.FIRST : told;
    }

    private static boolean isAboutPermits(List<Occurrence> all, Collection<Aspect> aspects) {
        return all.stream().anyMatch(o -> o.tag().kind() == Tag.Kind.GENERAL) || aspects.stream()
                .anyMatch(aspect -> aspect.role() == Aspect.Role.ONLINE || aspect.is(Aspect.Trait.ON_TOPIC));
    }

    /** 工作许可批了，salarié 居留能网上申请吗 asks about the card, not about the work permit. */
    private void dropProceduresOfTheStory(String folded, List<Mention> named, List<Occurrence> cues) {
        Set<Mention> background = new LinkedHashSet<>();
        for (Mention procedure : named) {
            boolean later = named.stream().anyMatch(m -> m.permit().kind() != procedure.permit().kind()
                    && m.start() >= procedure.end()
                    && CLAUSE_END.matcher(folded.substring(procedure.end(), m.start())).find()
                    && cues.stream()
                            .anyMatch(cue -> vocabulary.aspect(cue.tag().id()).role() == Aspect.Role.ONLINE
                                    && cue.start() >= procedure.end()));
            if (procedure.permit().kind() == Permit.Kind.PROCEDURE && later) {
                background.add(procedure);
            }
        }
        named.removeAll(background);
    }

    private List<String> synonyms(List<Occurrence> all, Collection<Aspect> aspects) {
        Set<String> words = new LinkedHashSet<>();
        all.stream().filter(o -> o.tag().kind() == Tag.Kind.SAME)
                .forEach(o -> words.addAll(vocabulary.group(o.tag().id())));
        aspects.forEach(aspect -> words.addAll(aspect.find()));
        return List.copyOf(words);
    }
}
