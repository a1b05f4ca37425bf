package fr.juliu.decide;

import fr.juliu.knowledge.Link;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Keyword;
import fr.juliu.understand.Question;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Says that nothing answers, what comes nearest, the official page of the topic, and whom to ask. */
public final class Refusals {

    private static final int MOST_PLACES = 2;
    private static final double HALF = 0.5;
    // cosines of sentences, read off forty refused questions
    private static final double MEANS_THE_SAME = 0.7;
    private static final double MEANS_SOMETHING_LIKE_IT = 0.6;
    private static final double MEANS_ANOTHER_POINT = 0.5;

    private final Suggestions suggestions;
    private final HelpBook help;
    private final OfficialPages pages;
    private final OfficialPages pagesByName;
    private final Ageing ageing;

    public Refusals(Suggestions suggestions, HelpBook help, OfficialPages pages, Ageing ageing) {
        this.suggestions = suggestions;
        this.help = help;
        this.pages = pages;
        pagesByName = pages.withoutModel();
        this.ageing = ageing;
    }

    /** The official page of the topic of a question; empty where the topic is not told. */
    Optional<Link> page(Question question) {
        return pages.of(question);
    }

    /** What is said to small talk and junk, which no help point helps. */
    Answer of(Answer.Reason reason, Question question) {
        return new Answer.Unknown(reason, List.of(), List.of(), Help.NONE, Confidence.ofRefusal(question));
    }

    /** What is said to a question that nothing answers. */
    Answer.Unknown of(Ranking ranking) {
        return of(ranking, pages);
    }

    /** What is said to words that are not understood, whatever they resemble in meaning. */
    Answer.Unknown notUnderstood(Ranking ranking) {
        return of(ranking, pagesByName);
    }

    private Answer.Unknown of(Ranking ranking, OfficialPages pages) {
        List<String> near = suggestions.near(ranking.question().folded());
        return unknown(ranking.question(), near,
                near.isEmpty() ? nearest(ranking) : List.of(),
                pages.help(ranking.question(), help.unknown()));
    }

    /** What is said to an urgent case that nothing answers. */
    Answer of(Ranking ranking, Help urgent) {
        return unknown(ranking.question(), List.of(),
                nearest(ranking, place -> place.facts().helps(ranking.question())
                        && (place.features().meaning() == 0 || place.features().meaning() >= MEANS_THE_SAME)),
                urgent);
    }

    private static Answer.Unknown unknown(Question question, List<String> near, List<Citation> nearest, Help help) {
        Answer.Reason reason = question.mentions().isEmpty()
                ? Answer.Reason.NOT_KNOWN
                : Answer.Reason.POINT_NOT_KNOWN;
        return new Answer.Unknown(reason, near, nearest, help, Confidence.ofRefusal(question));
    }

    private List<Citation> nearest(Ranking ranking) {
        return nearest(ranking, place -> isNear(ranking.question(), place));
    }

    private List<Citation> nearest(Ranking ranking, Predicate<Candidate> isNear) {
        return ranking.candidates().stream().filter(isNear)
                .sorted(Comparator.comparingDouble((Candidate place) -> place.features().meaning()).reversed())
                .limit(MOST_PLACES).map(place -> ageing.cite(place.facts().place())).toList();
    }

    /**
     * Whether a place speaks of a permit asked and of a point asked, as far as the question names such, and means nothing
     * quite different; without a model its words alone decide.
     */
    private static boolean isNear(Question question, Candidate place) {
        double meaning = place.features().meaning();
        boolean permit = question.mentions().isEmpty() || namesPermit(question, place.facts());
        double enough = question.mentions().isEmpty() ? MEANS_SOMETHING_LIKE_IT : MEANS_ANOTHER_POINT;
        return permit && (meaning >= MEANS_THE_SAME
                || (isOnPoint(question, place.facts()) && (meaning == 0 || meaning >= enough)));
    }

    /** Whether a place speaks of a point asked, or of half of what else is asked where no point is. */
    private static boolean isOnPoint(Question question, PlaceFacts place) {
        List<Aspect> points = question.prosePoints();
        boolean permit = !question.mentions().isEmpty();
        boolean words = holdsHalf(question.keywords(), place);
        return points.isEmpty()
                ? words || (permit && question.keywords().isEmpty())
                : (words || permit) && points.stream().anyMatch(point -> place.isEvidence(point.id()));
    }

    private static boolean namesPermit(Question question, PlaceFacts place) {
        return question.mentions().stream().anyMatch(mention -> place.names(mention.permit().id()));
    }

    private static boolean holdsHalf(List<Keyword> keywords, PlaceFacts place) {
        return !keywords.isEmpty()
                && keywords.stream().filter(keyword -> keyword.standsIn(place.text())).count() >= HALF
                        * keywords.size();
    }
}
