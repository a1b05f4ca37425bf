package fr.juliu.search;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Passage;
import fr.juliu.knowledge.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The Lucene index over the sections and passages of a library, held in memory.
 *
 * <p>The score of a place is BM25 over smartcn's words plus BM25 over character pairs, each divided by its own best
 * score: on Chinese passages that sum beat either alone, and rank fusion.
 */
public final class PlaceIndex implements AutoCloseable {

    private static final String HEADING = "heading-";
    private static final float HEADING_BOOST = 1.5f;
    private static final float SYNONYM_BOOST = 0.5f;

    private final boolean pairs;
    private final List<Place> places;
    private final List<List<Sentence>> sentences;
    private final MixedTextAnalyzer analyzer;
    private final MemoryIndex index;

    /**
     * Builds the index.
     *
     * @param pairs whether pairs of characters count beside words
     */
    public PlaceIndex(Library library, TextFolding folding, boolean pairs) {
        this.pairs = pairs;
        analyzer = new MixedTextAnalyzer(folding);
        places = places(library);
        SentenceSplitter splitter = new SentenceSplitter(folding);
        sentences = places.stream().map(place -> splitter.split(place.text())).toList();
        index = new MemoryIndex(analyzer, places.stream().map(PlaceIndex::document).toList());
    }

    /** All places, in reading order. */
    public List<Place> places() {
        return places;
    }

    /** The sentences of the place with that number in {@link #places()}. */
    public List<Sentence> sentences(int place) {
        return sentences.get(place);
    }

    /** The words that smartcn cuts a text into. */
    public List<String> words(String text) {
        return analyzer.tokens(MixedTextAnalyzer.WORDS, text);
    }

    /** Whether a folded French or English word is one that every text holds, such as des or the. */
    public boolean isStopWord(String word) {
        return FrenchAnalyzer.getDefaultStopSet().contains(word)
                || EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(word);
    }

    /**
     * The places that match, best first, by their number in {@link #places()}.
     *
     * @param question what was asked
     * @param synonyms other words for parts of it; they weigh half
     */
    public Map<Integer, Hit> search(String question, Collection<String> synonyms) {
        double[] words = normalised(MixedTextAnalyzer.WORDS, question, synonyms);
        double[] paired = pairs ? normalised(MixedTextAnalyzer.PAIRS, question, synonyms) : words;
        Map<Integer, Hit> hits = new LinkedHashMap<>();
        IntStream.range(0, words.length).filter(place -> words[place] + paired[place] > 0).boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> words[place] + paired[place]).reversed())
                .forEach(place -> hits.put(place, new Hit(places.get(place), words[place] + paired[place],
                        Map.of(MixedTextAnalyzer.WORDS, words[place], MixedTextAnalyzer.PAIRS, paired[place]))));
        return hits;
    }

    /** The size of the index in bytes. */
    public long bytes() {
        return index.bytes();
    }

    @Override
    public void close() {
        index.close();
    }

    private static List<Place> places(Library library) {
        List<Place> places = new ArrayList<>();
        for (Article article : library.articles()) {
            for (Section section : article.sections()) {
                places.add(new Place(article, section, null));
                for (Passage passage : section.passages()) {
                    places.add(new Place(article, section, passage));
                }
            }
        }
        return List.copyOf(places);
    }

    private static Document document(Place place) {
        Document document = new Document();
        String headings = String.join(" ", place.section().path()) + " " + place.heading() + " "
                + String.join(" ", place.article().aliases());
        for (String field : List.of(MixedTextAnalyzer.WORDS, MixedTextAnalyzer.PAIRS)) {
            document.add(new TextField(field, place.text(), Field.Store.NO));
            document.add(new TextField(HEADING + field, headings, Field.Store.NO));
        }
        return document;
    }

    /** The score of each place, divided by the best. */
    private double[] normalised(String field, String question, Collection<String> synonyms) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        Set<String> asked = new LinkedHashSet<>(analyzer.tokens(field, question));
        asked.forEach(token -> add(query, field, token, 1));
        Set<String> others = new LinkedHashSet<>();
        synonyms.forEach(synonym -> others.addAll(analyzer.tokens(field, synonym)));
        others.removeAll(asked);
        others.forEach(token -> add(query, field, token, SYNONYM_BOOST));
        float[] scores = index.scores(query.build());
        float best = 0;
        for (float score : scores) {
            best = Math.max(best, score);
        }
        double[] normalised = new double[scores.length];
        for (int place = 0; place < scores.length && best > 0; place++) {
            normalised[place] = (double) scores[place] / best;
        }
        return normalised;
    }

    private static void add(BooleanQuery.Builder query, String field, String token, float boost) {
        Query text = new BoostQuery(new TermQuery(new Term(field, token)), boost);
        Query heading = new BoostQuery(new TermQuery(new Term(HEADING + field, token)), boost * HEADING_BOOST);
        query.add(text, BooleanClause.Occur.SHOULD).add(heading, BooleanClause.Occur.SHOULD);
    }
}
