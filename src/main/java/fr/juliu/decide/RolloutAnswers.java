package fr.juliu.decide;

import fr.juliu.knowledge.Permit;
import fr.juliu.knowledge.Qualifier;
import fr.juliu.search.TextFolding;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Mention;
import fr.juliu.understand.Period;
import fr.juliu.understand.Phase;
import fr.juliu.understand.Question;
import fr.juliu.understand.Vocabulary;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers from the rollout tables: which permit is online since when, and which is not listed. */
public final class RolloutAnswers {

    private final RolloutBook book;
    private final Vocabulary vocabulary;
    private final TextFolding folding;
    private final Ageing ageing;

    public RolloutAnswers(RolloutBook book, Vocabulary vocabulary, TextFolding folding, Ageing ageing) {
        this.book = book;
        this.vocabulary = vocabulary;
        this.folding = folding;
        this.ageing = ageing;
    }

    /** Cites places with how fresh they are. */
    Ageing ageing() {
        return ageing;
    }

    boolean hasTables() {
        return !book.isEmpty();
    }

    /** Whether each permit named is online. */
    Answer permits(Question question, List<String> instead) {
        Found found = new Found();
        for (Mention mention : question.mentions()) {
            collect(mention.permit(), question.phase(), found);
        }
        boolean strong = question.mentions().stream().anyMatch(Mention::strong)
                && question.asksAny(Aspect.Asks.ROLLOUT);
        Answer.Asked asked = asked(question);
        double confidence = asked == Answer.Asked.WHETHER
                ? Confidence.BESIDE
                : strong ? Confidence.NAMED : Confidence.GUESSED;
        if (found.facts.isEmpty()) {
            RolloutBook.Listed table = book.newestTable().orElseThrow();
            return new Answer.NotListed(List.copyOf(found.notListed), List.copyOf(found.nearRows),
                    asked, ageing.unchanged(table.asOf()), instead, citation(table),
                    strong && asked != Answer.Asked.WHETHER ? Confidence.NOT_LISTED : confidence);
        }
        List<RolloutFact> facts = found.facts.stream().map(RolloutFact::of).toList();
        Citation citation = citation(found.facts.iterator().next());
        return new Answer.Listed(facts, List.copyOf(found.notListed), remark(question, found.facts), asked,
                found.notListed.isEmpty() ? 0 : ageing.unchanged(citation.asOf()), citation, confidence);
    }

    private static Answer.Asked asked(Question question) {
        if (question.asksOnline() || question.asks(Aspect.Role.WHEN) || question.period() != null) {
            return Answer.Asked.ONLINE;
        }
        return question.asksWhether() ? Answer.Asked.WHETHER : Answer.Asked.NAMED;
    }

    /** A list of entries, when the question asks for one. */
    Optional<Answer> list(Question question) {
        Set<String> groups = groups(question.folded());
        boolean cue = question.asksAny(Aspect.Asks.LIST) || !groups.isEmpty() || question.period() != null;
        boolean named = question.mentions().stream().anyMatch(mention -> mention.permit().includes().isEmpty());
        if (book.isEmpty() || !cue || question.asks(Aspect.Role.NOT_ONLINE)
                || !(question.aboutPermits() || !groups.isEmpty() || question.period() != null)
                || (named && !question.asks(Aspect.Role.EXCEPT))) {
            return Optional.empty();
        }
        if (question.period() != null && !question.asksAny(Aspect.Asks.LIST) && !question.asks(Aspect.Role.ONLINE)
                && !question.asks(Aspect.Role.WHEN)
                && !question.asks(Aspect.Role.HOW)) {
            return Optional.empty();
        }
        List<RolloutBook.Listed> kept = book.all().stream().filter(filter(question, groups)).toList();
        if (kept.isEmpty() && question.asks(Aspect.Role.PLANNED)) {
            return Optional.empty();
        }
        List<RolloutFact> facts = kept.stream().map(RolloutFact::of).toList();
        RolloutBook.Listed table = kept.isEmpty() ? book.newestTable().orElseThrow() : kept.getFirst();
        return Optional.of(new Answer.Listing(title(question, groups), facts, ageing.unchanged(table.asOf()),
                citation(table), Confidence.LIST));
    }

    /** Everything in the tables, by date; empty without a table. */
    public Optional<Answer.Listing> table() {
        List<RolloutFact> facts = book.all().stream()
                .sorted(Comparator.comparing(listed -> listed.entry().since())).map(RolloutFact::of).toList();
        return book.newestTable().map(table -> new Answer.Listing("可以网上申请的居留", facts,
                ageing.unchanged(table.asOf()), citation(table), Confidence.LIST));
    }

    private Predicate<RolloutBook.Listed> filter(Question question, Set<String> groups) {
        Period period = question.period();
        if (question.asks(Aspect.Role.EXCEPT)) {
            Set<String> excluded = new LinkedHashSet<>();
            question.mentions().forEach(mention -> {
                excluded.add(mention.permit().id());
                excluded.addAll(mention.permit().includes());
            });
            return listed -> !listed.planned() && !excluded.contains(listed.permit().id())
                    && !groups.contains(String.valueOf(listed.entry().group()))
                    && (period == null || period.overlaps(listed.span()));
        }
        if (!groups.isEmpty()) {
            return listed -> groups.contains(String.valueOf(listed.entry().group()));
        }
        if (period != null) {
            return listed -> period.overlaps(listed.span())
                    && (!question.asks(Aspect.Role.PLANNED) || listed.planned());
        }
        if (question.asks(Aspect.Role.PLANNED)) {
            return RolloutBook.Listed::planned;
        }
        if (question.asks(Aspect.Role.NEWEST) || question.asks(Aspect.Role.OLDEST)) {
            Comparator<YearMonth> order = question.asks(Aspect.Role.NEWEST)
                    ? Comparator.naturalOrder()
                    : Comparator.reverseOrder();
            Optional<YearMonth> month = book.all().stream().filter(listed -> !listed.planned())
                    .map(listed -> listed.entry().since()).max(order);
            return listed -> month.filter(listed.entry().since()::equals).isPresent() && !listed.planned();
        }
        Set<String> umbrella = new LinkedHashSet<>();
        question.mentions().forEach(mention -> umbrella.addAll(mention.permit().includes()));
        return listed -> !listed.planned() && (umbrella.isEmpty() || umbrella.contains(listed.permit().id()));
    }

    private static String title(Question question, Set<String> groups) {
        Period period = question.period();
        if (question.asks(Aspect.Role.EXCEPT)) {
            return "其余可以网上申请的";
        }
        if (!groups.isEmpty()) {
            return String.join("、", groups) + "一类，可以网上申请的";
        }
        if (period != null) {
            return period.spoken() + "上线的";
        }
        if (question.asks(Aspect.Role.PLANNED)) {
            return "计划上线的";
        }
        if (question.asks(Aspect.Role.NEWEST)) {
            return "最近上线的";
        }
        return question.asks(Aspect.Role.OLDEST) ? "最早上线的" : "可以网上申请的居留类型";
    }

    private Set<String> groups(String folded) {
        Set<String> groups = new LinkedHashSet<>();
        for (RolloutBook.Listed listed : book.all()) {
            String group = listed.entry().group();
            if (group != null && vocabulary.sayTheSame(folding.fold(group)).stream().anyMatch(folded::contains)) {
                groups.add(group);
            }
        }
        return groups;
    }

    private void collect(Permit permit, Phase phase, Found found) {
        boolean umbrella = !permit.includes().isEmpty();
        boolean any = false;
        for (Permit member : umbrella ? permit.includes().stream().map(vocabulary::permit).toList() : List.of(permit)) {
            List<RolloutBook.Listed> entries = book.of(member);
            List<RolloutBook.Listed> covered = entries.stream().filter(listed -> phase.coveredBy(listed.entry()))
                    .toList();
            found.facts.addAll(covered);
            any |= !covered.isEmpty();
            if (!entries.isEmpty()) {
                nameWhatIsLeftOut(member, phase, entries, covered.isEmpty(), found);
            }
        }
        if (umbrella && any) {
            found.notListed.add("其他" + permit.display());
        } else if (!any && book.of(permit).isEmpty()) {
            found.notListed.add(permit.display());
            if (permit.partOf() != null) {
                book.of(vocabulary.permit(permit.partOf()))
                        .forEach(listed -> found.nearRows.add(listed.entry().permit()));
            }
        }
    }

    private static void nameWhatIsLeftOut(Permit permit, Phase phase, List<RolloutBook.Listed> entries, boolean nothing,
            Found found) {
        boolean renewalOnly = entries.stream()
                .allMatch(listed -> listed.entry().qualifiers().contains(Qualifier.RENEWAL));
        boolean firstOnly = entries.stream().allMatch(listed -> listed.entry().qualifiers().contains(Qualifier.FIRST));
        if (renewalOnly && (nothing || phase == Phase.ANY)) {
            found.notListed.add(beside("首次申请", permit));
        }
        if (firstOnly && (nothing || phase == Phase.ANY)) {
            found.notListed.add(beside("续", permit));
        }
        if (nothing) {
            entries.forEach(listed -> found.nearRows.add(listed.entry().permit()));
        }
    }

    /** A word and a permit's name, with a space between Chinese and a number. */
    private static String beside(String word, Permit permit) {
        return permit.chinese().codePointAt(0) < 128 ? word + " " + permit.chinese() : word + permit.chinese();
    }

    /** What the months asked make of a single permit. */
    private static @Nullable PeriodRemark remark(Question question, Set<RolloutBook.Listed> found) {
        RolloutBook.Listed only = found.iterator().next();
        return found.size() > 1 || only.planned() ? null : PeriodRemark.of(question, only.entry().since()).orElse(null);
    }

    private Citation citation(RolloutBook.Listed listed) {
        return ageing.cite(listed.article(), listed.section(), listed.asOf());
    }

    /** What has been collected of the permits asked. */
    private static final class Found {
        private final Set<RolloutBook.Listed> facts = new LinkedHashSet<>();
        private final Set<String> notListed = new LinkedHashSet<>();
        private final Set<String> nearRows = new LinkedHashSet<>();
    }
}
