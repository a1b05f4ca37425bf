package fr.juliu.decide;

import fr.juliu.search.PlaceIndex;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Keyword;
import fr.juliu.understand.Mention;
import fr.juliu.understand.Period;
import fr.juliu.understand.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The sentences of a place that answer a question, and what remains of the place. */
public final class Excerpt {

    private static final int MOST_SENTENCES = 3;
    private static final double WORTH_SHOWING = 0.55;
    /** The length that a section should have at most, in characters. */
    private static final int SHORT = 450;
    private static final double FIRST = 0.6;

    private final PlaceIndex index;

    public Excerpt(PlaceIndex index) {
        this.index = index;
    }

    /**
     * The whole text of a short place, since a fact is told together with what limits it; of a longer one the sentences
     * that answer, in the order of the text, or its first one when none stands out.
     */
    List<String> sentences(Question question, PlaceFacts place) {
        String text = place.place().text();
        return text.length() <= SHORT && !text.isBlank()
                ? List.of(text)
                : texts(chosen(question, place).stream().sorted(Comparator.comparingInt(Scored::position)));
    }

    /** The sentences that answer, best first; the first one of the place when none stands out. */
    List<String> best(Question question, PlaceFacts place) {
        return texts(chosen(question, place).stream());
    }

    /** The sentences that answer, in the order of the text, for whoever is to choose among places. */
    String glimpse(Question question, PlaceFacts place) {
        return String.join(" ",
                texts(chosen(question, place).stream().sorted(Comparator.comparingInt(Scored::position))));
    }

    /** The text of the place without these sentences, a block a line. */
    String rest(PlaceFacts place, List<String> shown) {
        return Remainder.of(place.place()).without(shown);
    }

    private List<Scored> chosen(Question question, PlaceFacts place) {
        Set<String> asked = new HashSet<>(index.words(question.folded()));
        List<Scored> scored = new ArrayList<>();
        for (PlaceFacts.SentenceFacts sentence : place.sentences()) {
            double first = scored.isEmpty() ? FIRST : 0;
            scored.add(new Scored(scored.size(), sentence, first + score(question, asked, sentence)));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        double best = scored.isEmpty() ? 0 : scored.getFirst().score();
        return scored.stream().filter(s -> s.score() >= best * WORTH_SHOWING).limit(MOST_SENTENCES).toList();
    }

    private static List<String> texts(Stream<Scored> sentences) {
        return sentences.map(s -> s.sentence().sentence().text()).toList();
    }

    private double score(Question question, Set<String> asked, PlaceFacts.SentenceFacts sentence) {
        double score = 0;
        for (Aspect point : question.prosePoints()) {
            score += sentence.evidence().contains(point.id()) ? 1.5 : 0;
        }
        for (Mention mention : question.mentions()) {
            score += sentence.permits().contains(mention.permit().id()) ? 1.5 : 0;
        }
        for (Keyword keyword : question.keywords()) {
            score += keyword.standsIn(sentence.sentence().folded()) ? 1 : 0;
        }
        Period period = question.period();
        if (period != null && sentence.period().filter(p -> period.contains(p.from())).isPresent()) {
            score += 3;
        }
        Set<String> words = new HashSet<>(index.words(sentence.sentence().folded()));
        words.retainAll(asked);
        return score + words.size() / (1.0 + asked.size());
    }

    /** A sentence with where it stands among those of its place, and how well it answers. */
    private record Scored(int position, PlaceFacts.SentenceFacts sentence, double score) {
    }
}
