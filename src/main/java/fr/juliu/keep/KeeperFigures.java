package fr.juliu.keep;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.store.Feedback;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.LoggedQuestion;
import fr.juliu.store.QuestionLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the keeper of the knowledge reads of the last 30 days, without who asked. */
public final class KeeperFigures {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final int DAYS = 30;

    private final QuestionLog log;
    private final FeedbackBox feedback;
    private final OpenQuestions open;
    private final Clock clock;

    public KeeperFigures(CurrentEdition edition, QuestionLog log, FeedbackBox feedback, Clock clock) {
        this.log = log;
        this.feedback = feedback;
        open = new OpenQuestions(edition, log);
        this.clock = clock;
    }

    /**
     * The questions of a day in France.
     *
     * @param talk greetings, abuse and junk, which nothing is to answer
     */
    public record Day(LocalDate date, int answered, int unanswered, int talk) {

        public int all() {
            return answered + unanswered + talk;
        }
    }

    /**
     * The figures of the last 30 days.
     *
     * @param days     each of them, oldest first
     * @param outcomes how often what came of a question, in Chinese, most frequent first
     * @param useful   answers that were said to be of use
     * @param useless  answers that were said to be of none
     */
    public record Month(List<Day> days, Map<String, Integer> outcomes, int useful, int useless) {

        public int answered() {
            return days.stream().mapToInt(Day::answered).sum();
        }

        public int unanswered() {
            return days.stream().mapToInt(Day::unanswered).sum();
        }

        public int all() {
            return days.stream().mapToInt(Day::all).sum();
        }
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

    /** Questions a day, what came of them, and what readers say. */
    public Month month() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FRANCE);
        LocalDate first = today.minusDays(DAYS - 1L);
        List<LoggedQuestion> questions = log.since(first.atStartOfDay(FRANCE).toInstant());
        Map<LocalDate, List<LoggedQuestion>> byDay = questions.stream()
                .collect(Collectors.groupingBy(question -> LocalDate.ofInstant(question.at(), FRANCE)));
        List<Day> days = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(today); date = date.plusDays(1)) {
            days.add(day(date, byDay.getOrDefault(date, List.of())));
        }
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        questions.stream().collect(Collectors.groupingBy(Statistics::outcome, TreeMap::new, Collectors.counting()))
                .entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(outcome -> outcomes.put(outcome.getKey(), Math.toIntExact(outcome.getValue())));
        List<Feedback> given = feedback.since(monthAgo());
        int useful = (int) given.stream().filter(Feedback::useful).count();
        return new Month(days, outcomes, useful, given.size() - useful);
    }

    /** What nothing answered nor answers now, most frequent first, the same in other words together. */
    public Unanswered unanswered() {
        OpenQuestions.Open found = open.since(monthAgo());
        return new Unanswered(found.questions(), found.unread());
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

    private static Day day(LocalDate date, List<LoggedQuestion> questions) {
        int talk = (int) questions.stream().filter(Statistics::isTalk).count();
        int unanswered = (int) questions.stream()
                .filter(question -> question.outcome().equals("unknown") && !Statistics.isTalk(question)).count();
        return new Day(date, questions.size() - talk - unanswered, unanswered, talk);
    }
}
