package fr.juliu.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** What answers when nothing is weighed but the vectors of our own encoder: the nearest text, of all. */
public final class NearestNeighbour implements AutoCloseable {

    private final TextFolding folding = new TextFolding();
    private final SentenceModel model = new SentenceModel(null, null, trouble -> {
    });
    private final SentenceEncoder encoder = new SentenceEncoder(null);
    private final List<String> texts = new ArrayList<>();
    /** What each text leads to; null for a refusal. */
    private final List<@Nullable String> headings = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();

    /** Adds the heading and the sentences of the places of an index. */
    public void addPlaces(PlaceIndex index) {
        for (int number = 0; number < index.places().size(); number++) {
            Place place = index.places().get(number);
            PassageUnits.of(place, index.sentences(number), folding)
                    .forEach(unit -> add(unit, place.heading(), model.sentence(unit)));
        }
    }

    /** Adds a known question. */
    public void add(String question, @Nullable String heading) {
        String folded = folding.fold(question);
        add(folded, heading, model.known(folded));
    }

    private void add(String folded, @Nullable String heading, float[] vector) {
        texts.add(folded);
        headings.add(heading);
        vectors.add(vector);
    }

    /** The heading that the nearest text leads to, a text that is the question itself left out; null for a refusal. */
    public @Nullable String best(String question) {
        String folded = folding.fold(question);
        float[] asked = encode(folded);
        int best = -1;
        double nearest = -1;
        for (int i = 0; i < texts.size(); i++) {
            double likeness = VectorUtil.dotProduct(asked, vectors.get(i));
            if (likeness > nearest && !texts.get(i).equals(folded)) {
                nearest = likeness;
                best = i;
            }
        }
        return best < 0 ? null : headings.get(best);
    }

    /** The bare work of the encoder at a folded question. */
    public float[] encode(String folded) {
        return encoder.encode(SentenceModel.end(folded));
    }

    @Override
    public void close() {
        encoder.close();
        model.close();
    }
}
