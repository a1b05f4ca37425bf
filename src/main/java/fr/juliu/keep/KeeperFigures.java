package fr.juliu.keep;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.store.Feedback;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.QuestionLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the keeper of the knowledge reads of the last 30 days, without who asked; how much it was, {@link AskedFigures} tell. */
public final class KeeperFigures {

    private static final int DAYS = 30;

    private final FeedbackBox feedback;
    private final QuestionLog log;
    private final OpenQuestions open;
    private final Clock clock;

    public KeeperFigures(CurrentEdition edition, QuestionLog log, FeedbackBox feedback, Clock clock) {
        this.feedback = feedback;
        this.log = log;
        open = new OpenQuestions(edition, log);
        this.clock = clock;
    }

    /**
     * What the articles leave open.
     *
     * @param unread how many more wordings there are, each asked less often, that nobody looked through
     */
    public record Unanswered(List<OpenQuestion> questions, int unread) {
    }

    /**
     * An answer that was of no use to someone.
     *
     * @param outcome in Chinese
     * @param section where the answer stands; null when nothing answered
     * @param reason  what the reader says of it; null when nothing
     */
    public record Useless(String question, String outcome, @Nullable String section, @Nullable String reason,
            Instant at) {
    }

    /** What nothing answered nor answers now, most frequent first, the same in other words together. */
    public Unanswered unanswered() {
        OpenQuestions.Open found = open.since(monthAgo());
        return new Unanswered(found.questions(), found.unread());
    }

    /**
     * What came of a second reader.
     *
     * @param counts  how often, by what came of it
     * @param changed the questions for which he chose something else than what is answered without him
     */
    public record SecondReadings(Map<String, Integer> counts, List<QuestionLog.Chosen> changed) {
    }

    /** What a second reader chose. */
    public SecondReadings secondReadings() {
        return new SecondReadings(log.readings(monthAgo()), log.chosen(monthAgo()));
    }

    /** An outcome as the JSON of an answer names it, in Chinese. */
    public static String outcome(String outcome) {
        return Statistics.named(outcome);
    }

    /** Answers that were of no use, newest first. */
    public List<Useless> useless() {
        return feedback.since(monthAgo()).stream().filter(given -> !given.useful())
                .sorted(Comparator.comparing(Feedback::at).reversed())
                .map(given -> new Useless(given.question(), Statistics.named(given.outcome()), given.section(),
                        given.reason(), given.at()))
                .toList();
    }

    /** A moment in France. */
    public static String time(Instant at) {
        return Statistics.time(at);
    }

    /** By what an edition decides, in Chinese. */
    public String decider(Edition edition) {
        return Statistics.decider(edition.teaching());
    }

    private Instant monthAgo() {
        return clock.instant().minus(Duration.ofDays(DAYS));
    }
}
