package fr.juliu.keep;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Section;
import fr.juliu.store.Feedback;
import fr.juliu.store.FeedbackBox;
import fr.juliu.store.QuestionLog;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much was asked in a period, by day, messenger, topic and outcome: figures, and never words or who asked. */
public final class AskedFigures {

    /** The topic of what no article answered. */
    public static final String NO_TOPIC = "没有文章回答";

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    /** The topic of a section that stands in no article any more. */
    private static final String GONE = "已经改掉的段落";

    private final CurrentEdition edition;
    private final QuestionLog log;
    private final FeedbackBox feedback;
    private final Clock clock;

    public AskedFigures(CurrentEdition edition, QuestionLog log, FeedbackBox feedback, Clock clock) {
        this.edition = edition;
        this.log = log;
        this.feedback = feedback;
        this.clock = clock;
    }

    /**
     * Which questions are counted.
     *
     * @param from      the first day in France
     * @param to        the last one, not before the first
     * @param messenger such as {@code web}; empty for all, as below
     * @param topic     an article's title
     * @param outcome   in Chinese
     */
    public record Choice(LocalDate from, LocalDate to, String messenger, String topic, String outcome) {

        public Choice {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a period ends on its first day or later, not on " + to);
            }
        }

        boolean takes(AskedLine line) {
            return takes(messenger, line.messenger()) && takes(topic, line.topic()) && takes(outcome, line.outcome());
        }

        private static boolean takes(String chosen, String found) {
            return chosen.isEmpty() || chosen.equals(found);
        }
    }

    /** The day in France. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FRANCE);
    }

    /** The figures of a choice. */
    public AskedReport report(Choice choice) {
        Map<String, String> topics = topics();
        List<AskedLine> lines = merged(log.counts(choice.from().atStartOfDay(FRANCE).toInstant(),
                choice.to().plusDays(1).atStartOfDay(FRANCE).toInstant()).stream()
                .map(counted -> line(counted, topics)).filter(choice::takes));
        return new AskedReport(choice, lines, judged(choice, topics));
    }

    /** The topics that there are: each article's, and that of what none answered. */
    public List<String> topicNames() {
        return Stream.concat(edition.get().library().articles().stream().map(Article::title), Stream.of(NO_TOPIC))
                .toList();
    }

    /** The outcomes that there are. */
    public static List<String> outcomeNames() {
        return Statistics.outcomes();
    }

    /** What answers were said to be of use and of none; of one messenger nothing is known of that. */
    private @Nullable Judged judged(Choice choice, Map<String, String> topics) {
        if (!choice.messenger().isEmpty()) {
            return null;
        }
        List<Feedback> given = feedback.since(choice.from().atStartOfDay(FRANCE).toInstant()).stream()
                .filter(word -> !LocalDate.ofInstant(word.at(), FRANCE).isAfter(choice.to()))
                .filter(word -> choice.takes(new AskedLine(choice.from(), "", topic(word.section(), topics),
                        Statistics.named(word.outcome()), AskedLine.Kind.ANSWERED, 1)))
                .toList();
        int useful = (int) given.stream().filter(Feedback::useful).count();
        return new Judged(useful, given.size() - useful);
    }

    private static AskedLine line(QuestionLog.Counted counted, Map<String, String> topics) {
        AskedLine.Kind kind = AskedLine.Kind.ANSWERED;
        if (Statistics.isTalk(counted.reason())) {
            kind = AskedLine.Kind.TALK;
        } else if (counted.outcome().equals("unknown")) {
            kind = AskedLine.Kind.UNANSWERED;
        }
        return new AskedLine(LocalDate.ofInstant(counted.hour(), FRANCE), counted.messenger(),
                topic(counted.section(), topics), Statistics.outcome(counted.outcome(), counted.reason()), kind,
                counted.times());
    }

    private static String topic(@Nullable String section, Map<String, String> topics) {
        return section == null ? NO_TOPIC : Objects.requireNonNullElse(topics.get(section), GONE);
    }

    /** Lines that differ in their times alone, as one. */
    private static List<AskedLine> merged(Stream<AskedLine> lines) {
        Collection<AskedLine> all = lines
                .collect(Collectors.toMap(AskedLine::once, Function.identity(), AskedLine::plus)).values();
        return all.stream().sorted().toList();
    }

    /** The title of the article in which each heading and question stands. */
    private Map<String, String> topics() {
        Map<String, String> topics = new HashMap<>();
        for (Article article : edition.get().library().articles()) {
            topics.put(article.title(), article.title());
            for (Section section : article.sections()) {
                topics.put(section.heading(), article.title());
                section.passages().forEach(passage -> topics.put(passage.question(), article.title()));
            }
        }
        return topics;
    }
}
