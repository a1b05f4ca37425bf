package fr.juliu.decide;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.juliu.knowledge.Permit;
import fr.juliu.search.Place;
import fr.juliu.search.PlaceIndex;
import fr.juliu.search.TextFolding;
import fr.juliu.understand.Aspects;
import fr.juliu.understand.PeriodReader;
import fr.juliu.understand.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the places of an index speak of: of all of them worked out at once, or of a large index when they are asked for,
 * those of the last kept.
 */
public final class PlaceBook {

    /** Facts of a large index that are kept: some 5 kB each, and to work them out takes half a millisecond. */
    private static final int KEPT = 20_000;
    /** So many places tell well enough how rare a word is. */
    private static final int SAMPLE = 2_000;

    private final PlaceIndex index;
    private final Vocabulary vocabulary;
    private final IntFunction<PlaceFacts> facts;

    public PlaceBook(PlaceIndex index, Vocabulary vocabulary, Aspects aspects, TextFolding folding,
            PeriodReader periods) {
        this.index = index;
        this.vocabulary = vocabulary;
        PlaceFacts.Reader reader = PlaceFacts.Reader.of(index, vocabulary, aspects, folding, periods);
        if (index.isLarge()) {
            Cache<Integer, PlaceFacts> kept = Caffeine.newBuilder().maximumSize(KEPT).build();
            facts = number -> kept.get(number, reader::read);
        } else {
            facts = numbers().mapToObj(reader::read).toList()::get;
        }
    }

    /** The facts of the place with that number. */
    PlaceFacts of(int number) {
        return facts.apply(number);
    }

    /** How many places there are. */
    int size() {
        return index.places().size();
    }

    /** Places from which to tell what they are like: all, or of a large index some from everywhere. */
    List<PlaceFacts> sample() {
        int step = index.isLarge() ? size() / SAMPLE : 1;
        return numbers().filter(number -> number % step == 0).mapToObj(facts).toList();
    }

    /** The places that a heading with a permit's name stands over; of a large index those among the best by its names. */
    Stream<PlaceFacts> headedBy(String permit) {
        IntStream likely = index.isLarge()
                ? vocabulary.permits().stream().filter(known -> known.id().equals(permit)).flatMapToInt(this::found)
                : numbers();
        return likely.mapToObj(facts).filter(place -> place.headingPermits().contains(permit));
    }

    private IntStream found(Permit permit) {
        return index.search(permit.chinese(), vocabulary.plainNames(permit)).keySet().stream()
                .mapToInt(Integer::intValue);
    }

    /** The places that may hold one of some folded words: of a large index those whose text holds it as it is. */
    Stream<PlaceFacts> holding(Set<String> words) {
        return (index.isLarge() ? numbers().filter(number -> holds(number, words)) : numbers()).mapToObj(facts);
    }

    private boolean holds(int number, Set<String> words) {
        String text = index.places().get(number).text();
        return words.stream().anyMatch(text::contains);
    }

    /** The place under a heading of a file; empty when there is none such. */
    Optional<PlaceFacts> under(String file, String heading) {
        return numbers().filter(number -> isUnder(index.places().get(number), file, heading)).mapToObj(facts)
                .findFirst();
    }

    private static boolean isUnder(Place place, String file, String heading) {
        return place.heading().equals(heading) && place.article().file().equals(file);
    }

    private IntStream numbers() {
        return IntStream.range(0, size());
    }
}
