package fr.juliu.decide;

import fr.juliu.search.Place;
import fr.juliu.search.PlaceIndex;
import fr.juliu.search.Sentence;
import fr.juliu.search.TextFolding;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Aspects;
import fr.juliu.understand.MentionResolver;
import fr.juliu.understand.Period;
import fr.juliu.understand.PeriodReader;
import fr.juliu.understand.Question;
import fr.juliu.understand.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a place speaks of.
 *
 * @param number         the place's number in the index
 * @param heading        its folded heading with those above it
 * @param headingPermits permits that its heading, or a heading above it, names
 * @param titlePermits   permits that the article's title or aliases name
 * @param text           its folded text with its heading
 * @param headingPoints  aspects that its heading or the article's title holds evidence of
 * @param online         whether its heading or a sentence of it tells of doing something online
 * @param sentences      its sentences
 * @param words          the words of its folded text with its heading
 */
public record PlaceFacts(int number, Place place, String heading, Set<String> headingPermits, Set<String> titlePermits,
        String text, Set<String> headingPoints, boolean online, List<SentenceFacts> sentences, Set<String> words) {

    /**
     * What a sentence speaks of.
     *
     * @param permits  the permits it names
     * @param evidence the aspects it holds evidence of
     * @param period   the months it names
     */
    record SentenceFacts(Sentence sentence, Set<String> permits, Set<String> evidence, Optional<Period> period) {
    }

    /** Whether its heading or a sentence of it holds evidence of an aspect. */
    boolean isEvidence(String aspect) {
        return headingPoints.contains(aspect) || speaksOf(aspect);
    }

    /** Whether a sentence of it holds evidence of an aspect. */
    boolean speaksOf(String aspect) {
        return sentences.stream().anyMatch(sentence -> sentence.evidence().contains(aspect));
    }

    /** Whether it speaks of the urgent case told, or of what is asked beside it, where that is enough. */
    boolean helps(Question question) {
        List<Aspect> points = question.prosePoints();
        boolean own = points.stream().anyMatch(
                point -> point.asks() == Aspect.Asks.HELP && point.is(Aspect.Trait.ANYWHERE));
        return points.stream().filter(point -> point.asks() == Aspect.Asks.HELP || !own)
                .anyMatch(point -> speaksOf(point.id()));
    }

    boolean names(String permit) {
        return headingPermits.contains(permit) || titlePermits.contains(permit)
                || sentences.stream().anyMatch(sentence -> sentence.permits().contains(permit));
    }

    /** Whether it speaks of permits, and of none of these. */
    boolean isAboutOthersThan(Set<String> permits) {
        Set<String> spoken = new LinkedHashSet<>(headingPermits);
        spoken.addAll(titlePermits);
        sentences.forEach(sentence -> spoken.addAll(sentence.permits()));
        return !spoken.isEmpty() && spoken.stream().noneMatch(permits::contains);
    }

    /** Reads facts off the places of an index. */
    record Reader(MentionResolver resolver, Aspects aspects, List<Evidence> evidence, TextFolding folding,
            PeriodReader periods, PlaceIndex index) {

        static Reader of(PlaceIndex index, Vocabulary vocabulary, Aspects aspects, TextFolding folding,
                PeriodReader periods) {
            return new Reader(new MentionResolver(vocabulary), aspects, aspects.all().values().stream()
                    .map(aspect -> Evidence.of(aspect, folding)).toList(), folding, periods, index);
        }

        PlaceFacts read(int number) {
            return read(number, index.places().get(number), index.sentences(number));
        }

        private PlaceFacts read(int number, Place place, List<Sentence> sentences) {
            String headings = folding
                    .fold(String.join(" ", place.section().path()) + " " + place.section().heading() + " "
                            + place.heading());
            String title = folding.fold(place.article().title() + " " + String.join(" ", place.article().aliases()));
            String all = sentences.stream().map(Sentence::folded).collect(Collectors.joining("\n"));
            List<Evidence> some = evidence.stream().filter(each -> each.isIn(all)).toList();
            List<SentenceFacts> facts = sentences.stream().map(sentence -> new SentenceFacts(sentence,
                    permits(sentence.folded()), evidence(sentence.folded(), some), periods.read(sentence.folded())))
                    .toList();
            String text = headings + "\n" + folding.fold(place.text());
            Set<String> points = evidence(headings + " " + title);
            String online = aspects.of(Aspect.Role.ONLINE).id();
            boolean toldOnline = points.contains(online)
                    || facts.stream().anyMatch(sentence -> sentence.evidence().contains(online));
            return new PlaceFacts(number, place, headings, permits(headings), permits(title), text, points, toldOnline,
                    facts, words(text));
        }

        private Set<String> words(String folded) {
            return Set.copyOf(index.words(folded));
        }

        private Set<String> permits(String folded) {
            Set<String> ids = new LinkedHashSet<>();
            resolver.names(folded).forEach(mention -> ids.add(mention.permit().id()));
            return ids;
        }

        private Set<String> evidence(String folded) {
            return evidence(folded, evidence);
        }

        private static Set<String> evidence(String folded, List<Evidence> looked) {
            Set<String> ids = new LinkedHashSet<>();
            looked.stream().filter(each -> each.isIn(folded)).forEach(each -> ids.add(each.aspect()));
            return ids;
        }
    }
}
