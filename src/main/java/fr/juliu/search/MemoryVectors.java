package fr.juliu.search;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Vectors in memory, made when first compared: some 2 kB for each unit. */
final class MemoryVectors implements PlaceVectors {

    private final AtomicReferenceArray<@Nullable List<float[]>> places;
    private final IntFunction<List<String>> units;
    private final Function<String, float[]> encoder;

    /**
     * Vectors that are not made yet.
     *
     * @param units   of a place, folded
     * @param encoder of a unit
     */
    MemoryVectors(int places, IntFunction<List<String>> units, Function<String, float[]> encoder) {
        this.places = new AtomicReferenceArray<>(places);
        this.units = units;
        this.encoder = encoder;
    }

    @Override
    public List<Integer> near(float[] question, int most) {
        return List.of();
    }

    @Override
    public void encodeAll() {
        for (int place = 0; place < places.length() && !Thread.currentThread().isInterrupted(); place++) {
            of(place);
        }
    }

    @Override
    public List<float[]> of(int place) {
        List<float[]> known = places.get(place);
        if (known == null) {
            known = units.apply(place).stream().map(encoder).toList();
            places.set(place, known);
        }
        return known;
    }

    @Override
    public void close() {
        // memory is let go with the places
    }
}
