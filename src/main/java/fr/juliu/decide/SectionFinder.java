package fr.juliu.decide;

import fr.juliu.knowledge.Permit;
import fr.juliu.search.PlaceIndex;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Keyword;
import fr.juliu.understand.Mention;
import fr.juliu.understand.Period;
import fr.juliu.understand.Question;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ranks the sections and passages whose prose may answer a question, by cheap features. */
public final class SectionFinder {

    private static final double ENOUGH_COVERED = 0.75;
    private static final double HALF_COVERED = 0.5;
    private static final double SOME_COVERED = 0.4;
    private static final double INTRO = 0.8;
    private static final double IN_HEADING = 1.3;
    private static final double MOST_UNCOVERED = 2;
    private static final Comparator<Candidate> BEST_FIRST = Comparator
            .comparingDouble((Candidate place) -> place.features().rules()).thenComparingDouble(Candidate::score)
            .reversed();

    private final PlaceIndex index;
    private final PlaceBook book;
    private final WordWeights weights;

    public SectionFinder(PlaceIndex index, PlaceBook book) {
        this.index = index;
        this.book = book;
        this.weights = new WordWeights(book.sample().stream().map(PlaceFacts::words).toList());
    }

    /** All places that have anything to do with the question by its words, best first. */
    List<Candidate> rank(Question question) {
        return rank(question, List.of());
    }

    /**
     * All places that have anything to do with the question, best first.
     *
     * @param near those that have by its meaning, whatever their words
     */
    List<Candidate> rank(Question question, List<Integer> near) {
        Map<Integer, Double> words = new LinkedHashMap<>();
        index.search(question.folded(), question.synonyms()).forEach((number, hit) -> words.put(number, hit.score()));
        near.forEach(number -> words.putIfAbsent(number, 0.0));
        Asked asked = Asked.of(question);
        WordWeights.Weighed weighed = weights.of(new LinkedHashSet<>(index.words(question.folded())));
        List<PlaceFacts> found = words.keySet().stream().map(book::of).toList();
        Coverage coverage = new Coverage(question.keywords(), found, book.size());
        return found.stream().map(place -> candidate(asked, place, words.getOrDefault(place.number(), 0.0), coverage,
                weighed.in(place.words()))).sorted(BEST_FIRST).toList();
    }

    /** The place whose heading names a permit or procedure, and the least beside it, if one does. */
    Optional<PlaceFacts> about(String permit) {
        return book.headedBy(permit).filter(place -> !place.sentences().isEmpty())
                .min(Comparator.comparingInt(place -> place.place().heading().length()));
    }

    /**
     * A question with what each place is asked about it.
     *
     * @param points   that only prose answers
     * @param topics   subjects beside permits
     * @param anywhere whether a point is true whatever the permit
     */
    private record Asked(Question question, List<Aspect> points, List<Keyword> topics, boolean anywhere) {

        static Asked of(Question question) {
            List<Aspect> points = question.prosePoints();
            return new Asked(question, points, question.topics(),
                    points.stream().anyMatch(point -> point.is(Aspect.Trait.ANYWHERE)));
        }
    }

    private Candidate candidate(Asked asked, PlaceFacts place, double words, Coverage covered, double shared) {
        Question question = asked.question();
        double topic = topic(question, place);
        double evidence = evidence(asked, place);
        double coverage = covered.of(place);
        boolean intro = question.mentions().isEmpty() && place.place().heading().equals(place.place().article().title())
                && asked.points().stream().anyMatch(point -> point.is(Aspect.Trait.PREFER_INTRO));
        double score = 0.5 * words + 1.2 * topic + 1.2 * evidence + coverage + (intro ? INTRO : 0)
                + (isHeadedByTopic(asked, place) ? IN_HEADING : 0);
        boolean answers = answers(asked, place, intro && question.asks(Aspect.Role.ONLINE), topic, evidence, coverage,
                words);
        PlaceFeatures features = new PlaceFeatures(words, topic, evidence, coverage, shared,
                answers ? 1 : 0, 0, 0);
        return new Candidate(place, score, features, false, 0);
    }

    /** How much a place is about the permits asked; about the procedure asked, where there is one. */
    private static double topic(Question question, PlaceFacts place) {
        if (question.namesProcedure()) {
            return question.mentions().stream().filter(m -> m.permit().kind() == Permit.Kind.PROCEDURE)
                    .mapToDouble(m -> topic(m.permit(), place)).max().orElse(0);
        }
        return question.mentions().stream().mapToDouble(m -> topic(m.permit(), place)).average().orElse(0);
    }

    /** Whether the heading names a subject asked; an article's own title is too wide for that. */
    private static boolean isHeadedByTopic(Asked asked, PlaceFacts place) {
        return !place.place().heading().equals(place.place().article().title())
                && asked.topics().stream().anyMatch(keyword -> keyword.standsIn(place.heading()));
    }

    private static double topic(Permit permit, PlaceFacts place) {
        if (place.headingPermits().contains(permit.id())) {
            return 1;
        }
        if (place.titlePermits().contains(permit.id())) {
            return 0.7;
        }
        return place.names(permit.id()) ? 0.5 : 0;
    }

    /** The mean over the points asked. */
    private static double evidence(Asked asked, PlaceFacts place) {
        return asked.points().isEmpty()
                ? 0
                : asked.points().stream().mapToDouble(point -> evidence(asked.question(), point, place)).average()
                        .orElse(0);
    }

    private static double evidence(Question question, Aspect point, PlaceFacts place) {
        if (place.headingPoints().contains(point.id())) {
            return IN_HEADING;
        }
        boolean placeIsAboutIt = question.mentions().stream().anyMatch(
                m -> place.headingPermits().contains(m.permit().id())
                        || place.titlePermits().contains(m.permit().id()));
        double best = 0;
        for (PlaceFacts.SentenceFacts sentence : place.sentences()) {
            if (sentence.evidence().contains(point.id())) {
                Period period = question.period();
                if (period != null && sentence.period().filter(p -> period.contains(p.from())).isPresent()) {
                    return 1;
                }
                boolean named = question.mentions().stream()
                        .anyMatch(m -> sentence.permits().contains(m.permit().id()));
                best = Math.max(best,
                        named
                                ? 1
                                : placeIsAboutIt
                                        ? 0.8
                                        : point.is(Aspect.Trait.ANYWHERE) || question.mentions().isEmpty() ? 0.6 : 0);
            }
        }
        return best;
    }

    /** Whether the question itself uses a word that is evidence of the point, and the place does, too: 印花税多少钱. */
    private static boolean namesEvidence(Asked asked, String text) {
        return asked.points().stream().flatMap(point -> point.evidence().stream())
                .anyMatch(word -> word.length() > 1 && asked.question().folded().contains(word) && text.contains(word));
    }

    private static boolean answers(Asked asked, PlaceFacts place, boolean intro, double topic, double evidence,
            double coverage, double words) {
        Question question = asked.question();
        if (!asked.topics().isEmpty()) {
            return knowsTopics(asked, place, evidence);
        }
        if (!asked.points().isEmpty()) {
            return evidence > 0 && (question.mentions().isEmpty()
                    ? tellsPoints(asked, place, intro, evidence, coverage)
                    : topic > 0 || asked.anywhere());
        }
        if (!question.mentions().isEmpty()) {
            return topic > 0 && tellsOfPermits(question, place, topic, coverage);
        }
        return !question.keywords().isEmpty() && words > HALF_COVERED && !question.asksOnline()
                && coverage >= (question.aboutPermits() ? SOME_COVERED : ENOUGH_COVERED);
    }

    private static boolean knowsTopics(Asked asked, PlaceFacts place, double evidence) {
        Question question = asked.question();
        return asked.topics().stream().allMatch(keyword -> keyword.standsIn(place.text()))
                && (asked.points().isEmpty() || evidence > 0)
                && (question.aboutPermits() || !question.mentions().isEmpty());
    }

    /** Whether a place with evidence of the points tells them to a question that names no permit. */
    private static boolean tellsPoints(Asked asked, PlaceFacts place, boolean intro, double evidence,
            double coverage) {
        Question question = asked.question();
        List<Aspect> points = asked.points();
        boolean minor = points.stream().allMatch(point -> point.is(Aspect.Trait.MINOR));
        boolean told = asked.anywhere()
                ? isCovered(question, coverage) || evidence >= 1 || (question.aboutPermits() && (!minor || intro))
                : (!question.keywords().isEmpty() && coverage >= ENOUGH_COVERED)
                        || (evidence >= IN_HEADING && question.aboutPermits());
        return told || (points.size() == 1 && question.keywords().isEmpty() && namesEvidence(asked, place.text()));
    }

    /** Whether a place about the permits named tells what else is asked, where no point is. */
    private static boolean tellsOfPermits(Question question, PlaceFacts place, double topic, double coverage) {
        boolean speaksOfOnline = !question.asksOnline() || place.online();
        boolean uncovered = question.keywords().stream().filter(keyword -> !keyword.standsIn(place.text()))
                .mapToDouble(Keyword::weight).sum() > MOST_UNCOVERED;
        return speaksOfOnline
                && (isCovered(question, coverage) || question.asksAny(Aspect.Asks.ROLLOUT) || question.refersBack()
                        || (topic >= 1 && !uncovered) || question.mentions().stream().anyMatch(Mention::pattern));
    }

    private static boolean isCovered(Question question, double coverage) {
        return question.keywords().isEmpty() || coverage >= HALF_COVERED;
    }
}
