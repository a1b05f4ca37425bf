package fr.juliu.decide;

import fr.juliu.understand.Question;
import fr.juliu.understand.QuestionReader;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes a question for what it means after the one before it: for itself where it stands alone, else for the whole
 * question that is answered most surely among those that it can be short for.
 */
public final class ContextReader {

    /** So sure a whole question has to be that a short one is taken for. */
    private static final double SURE = 0.7;
    /** The same for one that names something itself and does not say that it leans on the question before. */
    private static final double SURE_OF_ANOTHER = 0.9;
    // how likely a follow-up asks for what was answered already, or changes between the table and prose
    private static final double SAME_PLACE = 0.85;
    private static final double TABLE_AFTER_PROSE = 0.8;
    private static final double PROSE_AFTER_TABLE = 0.85;

    private final QuestionReader reader;
    private final Function<Question, Decider.Decision> decider;

    public ContextReader(QuestionReader reader, Function<Question, Decider.Decision> decider) {
        this.reader = reader;
        this.decider = decider;
    }

    /**
     * What a question was taken for.
     *
     * @param complete with what it takes over of the question before
     * @param spoken   as a whole question of its own
     */
    public record Heard(Decider.Decision decision, Question complete, Question spoken) {

        public Answer answer() {
            return decision.answer();
        }

        boolean answers() {
            return !(answer() instanceof Answer.Unknown || answer() instanceof Answer.Clarify);
        }

        boolean isFromTable() {
            return answer() instanceof Answer.Listed || answer() instanceof Answer.NotListed
                    || answer() instanceof Answer.Listing;
        }
    }

    /** What the question means; {@code before} is null where none was asked before it. */
    public Heard hear(Question read, @Nullable DialogueState before) {
        if (before == null) {
            return heard(read.alone());
        }
        Heard alone = heard(read.refersBack() ? reader.read(FollowUp.core(read)).alone() : read);
        if (SmallTalk.in(read).isPresent()) {
            return alone;
        }
        FollowUp followUp = new FollowUp(before.spoken(), read);
        boolean carries = before.byTable() && followUp.isForTables();
        boolean standsAlone = followUp.standsAlone() || (followUp.isAName() && !before.byTable());
        if (standsAlone && (alone.answers() || !carries || !read.keywords().isEmpty())) {
            return alone;
        }
        List<Heard> meant = followUp.meant().stream().map(reader::read).map(this::heard).toList();
        if (carries) {
            Question complete = reader.withKnownPermits(before.complete(read));
            Question spoken = meant.isEmpty() ? read : meant.getFirst().spoken();
            Heard byTable = new Heard(decider.apply(complete), complete, spoken);
            if (byTable.isFromTable()) {
                return byTable;
            }
        }
        return surest(followUp, before, meant, alone);
    }

    private Heard surest(FollowUp followUp, DialogueState before, List<Heard> meant, Heard alone) {
        Heard best = alone;
        boolean says = meant.isEmpty()
                || !(followUp.isMereName() || followUp.isMerePhase() || FollowUp.namesNothing(alone.spoken()));
        double sure = says && alone.answers() ? alone.answer().certainty() : 0;
        for (Heard whole : meant) {
            double likely = whole.answers() ? whole.answer().certainty() * likelihood(whole, followUp, before) : 0;
            if (likely > sure && likely >= (followUp.leans() ? SURE : SURE_OF_ANOTHER)) {
                best = whole;
                sure = likely;
            }
        }
        return sure == 0 && !meant.isEmpty() && followUp.leans() ? unanswered(meant) : best;
    }

    /** None answers: the one whose refusal is about the whole question. */
    private static Heard unanswered(List<Heard> meant) {
        return meant.stream().filter(heard -> !heard.answers()).findFirst().orElse(meant.getFirst());
    }

    private static double likelihood(Heard whole, FollowUp followUp, DialogueState before) {
        if (isSamePlace(whole.answer(), before.answer())) {
            return SAME_PLACE;
        }
        if (before.byTable()) {
            return followUp.isMereName() && !whole.isFromTable() ? PROSE_AFTER_TABLE : 1;
        }
        return whole.isFromTable() ? TABLE_AFTER_PROSE : 1;
    }

    private static boolean isSamePlace(Answer one, Answer other) {
        Citation citation = one.citation();
        Citation before = other.citation();
        return one instanceof Answer.FromSection && other instanceof Answer.FromSection && citation != null
                && before != null && Objects.equals(citation.page(), before.page());
    }

    private Heard heard(Question question) {
        return new Heard(decider.apply(question), question, question);
    }
}
