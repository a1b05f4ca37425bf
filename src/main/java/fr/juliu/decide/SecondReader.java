package fr.juliu.decide;

import fr.juliu.understand.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The door between what was decided and a second reader, who may choose another of the places that were found. The answer
 * is made of the place that he chose as it is made of any, and what the table says is as it was; what is settled he is not
 * asked, and a passage about other permits than those that the question names he cannot have.
 */
public final class SecondReader {

    /** What is decided as surely as that is not doubted. */
    private static final double SURE = 0.85;
    /** A second place is near whose chance is such a share of the first one's. */
    private static final double NEAR = 0.25;
    /** The longest glimpse of a place, in characters. */
    private static final int GLIMPSE = 320;
    /** The longest point that is said to be unanswered, in characters. */
    private static final int POINT = 40;

    private final Verdicts verdicts;

    public SecondReader(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /**
     * What is answered once a second reader has read a question, too.
     *
     * @param asked  the question as it is understood alone
     * @param text   the question as it was asked
     * @param before what the conversation kept of the question before it, null when there is none
     */
    public Decider.Decision read(Decider.Decision local, Question asked, String text, @Nullable DialogueState before,
            Chooser chooser) {
        Question question = local.ranking().question();
        boolean leans = !question.folded().equals(asked.folded());
        if (local.settled() || !(chooser.always() || leans || isUnsure(local))) {
            return local;
        }
        List<Candidate> shown = local.ranking().candidates().stream().limit(Shortlist.MOST).toList();
        Answer table = table(local, question);
        if (shown.isEmpty() && table == null) {
            return local;
        }
        Choice choice = chooser.choose(new Shortlist(text, before == null ? "" : before.spoken().folded(), question,
                table, shown.stream().map(found -> passage(question, found)).toList()));
        if (choice instanceof Choice.Unread) {
            return local.read(local.answer(), new SecondReading(choice, SecondReading.Effect.UNREAD, local.answer()));
        }
        return new Chosen(local, asked, shown, table, text).answer(choice)
                .map(answer -> local.read(answer, new SecondReading(choice, says(answer).equals(says(local.answer()))
                        ? SecondReading.Effect.AGREED
                        : SecondReading.Effect.CHANGED, local.answer())))
                .orElseGet(() -> local.read(local.answer(),
                        new SecondReading(choice, SecondReading.Effect.RULED_OUT, local.answer())));
    }

    /** Whether it is not sure, or another place is near, or nothing answers. */
    private static boolean isUnsure(Decider.Decision local) {
        if (local.answer() instanceof Answer.Unknown || local.answer().certainty() < SURE) {
            return true;
        }
        List<Candidate> places = local.answer() instanceof Answer.FromSection
                ? local.ranking().candidates()
                : List.of();
        return places.size() > 1 && places.get(1).confidence() >= NEAR * places.getFirst().confidence();
    }

    /** What the table says of the question; null when it says nothing. */
    private @Nullable Answer table(Decider.Decision local, Question question) {
        return isVerdict(local.answer())
                ? local.answer()
                : verdicts.withoutProse(question).filter(SecondReader::isVerdict)
                        .or(() -> verdicts.listed(question)).orElse(null);
    }

    private static boolean isVerdict(Answer answer) {
        return answer instanceof Answer.Listed || answer instanceof Answer.NotListed
                || answer instanceof Answer.Listing;
    }

    private Shortlist.Passage passage(Question question, Candidate found) {
        String glimpse = verdicts.glimpse(question, found);
        return new Shortlist.Passage(found.facts().place().article().title(), found.facts().place().article().file(),
                found.facts().place().heading(),
                glimpse.length() > GLIMPSE ? glimpse.substring(0, GLIMPSE) + "…" : glimpse);
    }

    /** What may be chosen for a question, and what is answered then. */
    private final class Chosen {

        private final Decider.Decision local;
        private final Set<String> named;
        private final List<Candidate> shown;
        private final @Nullable Answer table;
        private final String text;

        Chosen(Decider.Decision local, Question asked, List<Candidate> shown, @Nullable Answer table, String text) {
            this.local = local;
            this.shown = shown;
            this.table = table;
            this.text = text;
            named = asked.mentions().stream().map(mention -> mention.permit().id()).collect(Collectors.toSet());
        }

        /** What a choice leads to; empty where it may not be answered. */
        Optional<Answer> answer(Choice choice) {
            Question question = local.ranking().question();
            return switch (choice) {
                case Choice.Passage one -> section(one.passage()).map(section -> told(section, null, one.unanswered()));
                case Choice.Several two -> section(two.first())
                        .map(first -> told(first, section(two.second()).orElse(null), two.unanswered()));
                case Choice.Table verdict -> Optional.ofNullable(table);
                case Choice.None none -> Optional.of(local.answer() instanceof Answer.Unknown
                        ? local.answer()
                        : verdicts.known(question)
                                .orElseGet(() -> verdicts.refusal(local.ranking(), Confidence.CHOSEN)));
                case Choice.AskBack back -> Optional.of(verdicts.clarify(question)
                        .orElseGet(() -> new Answer.Clarify(List.of(), Confidence.CLARIFY)));
                case Choice.Unread unread -> Optional.empty();
            };
        }

        /** What a place says; empty for one that was not shown, or that is about other permits than those named. */
        private Optional<Answer.FromSection> section(int number) {
            if (number < 0 || number >= shown.size()) {
                return Optional.empty();
            }
            Candidate place = shown.get(number);
            if (!named.isEmpty() && place.facts().isAboutOthersThan(named)) {
                return Optional.empty();
            }
            return Optional.of(verdicts.section(local.ranking().question(), new Candidate(place.facts(), place.score(),
                    place.features(), true, Math.max(Confidence.CHOSEN, place.confidence()))));
        }

        /** An answer with another point's, and with the point that nothing answers, if those words were asked. */
        private Answer.FromSection told(Answer.FromSection first, Answer.@Nullable FromSection second,
                String unanswered) {
            String point = unanswered.strip();
            boolean said = !point.isEmpty() && point.length() <= POINT && text.contains(point)
                    && !text.strip().equals(point);
            return second == null && !said ? first : first.with(new Answer.Beside(second, said ? point : ""));
        }
    }

    /** What an answer rests on. */
    private static List<Object> says(Answer answer) {
        List<Object> says = new ArrayList<>();
        if (answer instanceof Answer.FromSection section) {
            Citation citation = section.citation();
            says.add(citation.page());
            says.add(citation.file());
            says.add(Objects.requireNonNullElse(section.beside().other(), ""));
            says.add(section.beside().unanswered());
        } else {
            says.add(answer);
        }
        return says;
    }
}
