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
     * @param text   the question as it was asked
     * @param before what the conversation kept of the question before it, null when there is none
     */
    public Decider.Decision read(Decider.Decision local, String text, @Nullable DialogueState before,
            Chooser chooser) {
        if (local.settled() || !(chooser.always() || isUnsure(local))) {
            return local;
        }
        Question question = local.ranking().question();
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
        return answer(choice, local, shown, table, text)
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
                        .or(() -> verdicts.known(question)).orElse(null);
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

    /** What the choice leads to; empty where it may not be answered. */
    private Optional<Answer> answer(Choice choice, Decider.Decision local, List<Candidate> shown,
            @Nullable Answer table, String text) {
        Question question = local.ranking().question();
        return switch (choice) {
            case Choice.Passage one -> section(local, shown, one.passage())
                    .map(section -> told(section, null, one.unanswered(), text));
            case Choice.Several two -> section(local, shown, two.first()).map(first -> told(first,
                    section(local, shown, two.second()).orElse(null), two.unanswered(), text));
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

    /** What a chosen place says, as it would be told without a second reader where it is the first anyway. */
    private Optional<Answer.FromSection> section(Decider.Decision local, List<Candidate> shown, int number) {
        Question question = local.ranking().question();
        if (number < 0 || number >= shown.size() || !isAboutThePermits(question, shown.get(number).facts())) {
            return Optional.empty();
        }
        Candidate chosen = shown.get(number);
        Answer.FromSection section = verdicts.section(question, new Candidate(chosen.facts(), chosen.score(),
                chosen.features(), true, Math.max(Confidence.CHOSEN, chosen.confidence())));
        return Optional.of(section);
    }

    private static Answer.FromSection told(Answer.FromSection first, Answer.@Nullable FromSection second,
            String unanswered, String text) {
        String point = unanswered.strip();
        boolean said = !point.isEmpty() && point.length() <= POINT && text.contains(point)
                && !text.strip().equals(point);
        return second == null && !said ? first : first.with(new Answer.Beside(second, said ? point : ""));
    }

    /** Whether a place speaks of a permit that the question names, or of none, or the question names none. */
    private static boolean isAboutThePermits(Question question, PlaceFacts place) {
        Set<String> named = question.mentions().stream().map(mention -> mention.permit().id())
                .collect(Collectors.toSet());
        return named.isEmpty() || !place.isAboutOthersThan(named);
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
