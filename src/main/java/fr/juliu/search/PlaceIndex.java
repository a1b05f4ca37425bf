package fr.juliu.search;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Passage;
import fr.juliu.knowledge.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;

/**
 * The index over the sections and passages of a library.
 *
 * <p>The score of a place is BM25 over smartcn's words plus BM25 over character pairs, each divided by its own best
 * score: on Chinese passages that sum beat either alone, and rank fusion.
 */
public final class PlaceIndex implements AutoCloseable {

    private static final String HEADING = "heading-";
    private static final float HEADING_BOOST = 1.5f;
    private static final float SYNONYM_BOOST = 0.5f;
    /** Of more places no more is kept than their text: vectors and facts take some 12 kB of memory each. */
    static final int LARGE = 5_000;
    /** So many places are ranked by each way of cutting: a folder of articles has fewer. */
    private static final int MOST = 2_000;
    /**
     * So many of a large index, since to work out what a place speaks of takes half a millisecond: of the known questions
     * that a passage answers it is among them for 96 in 100, anywhere at all for 97.7.
     */
    private static final int MOST_OF_LARGE = 50;

    private final boolean pairs;
    private final List<Place> places;
    private final SentenceSplitter splitter;
    /** Of each place; empty in a large index. */
    private final List<List<Sentence>> sentences;
    private final MixedTextAnalyzer analyzer;
    private final WordIndex index;

    /**
     * Builds the index.
     *
     * @param engine where its words are looked for
     * @param pairs  whether pairs of characters count beside words
     */
    public PlaceIndex(Library library, TextFolding folding, SearchEngine engine, boolean pairs) {
        this.pairs = pairs;
        analyzer = new MixedTextAnalyzer(folding);
        places = places(library);
        splitter = new SentenceSplitter(folding);
        sentences = isLarge() ? List.of() : places.stream().map(place -> splitter.split(place.text())).toList();
        index = engine.index("places", analyzer, () -> places.stream().map(PlaceIndex::fields));
    }

    /** All places, in reading order. */
    public List<Place> places() {
        return places;
    }

    /** The sentences of the place with that number in {@link #places()}. */
    public List<Sentence> sentences(int place) {
        return isLarge() ? splitter.split(places.get(place).text()) : sentences.get(place);
    }

    /** Whether there are so many places that what is worked out of each is not kept, and not every one is ranked. */
    public boolean isLarge() {
        return places.size() > LARGE;
    }

    /** Whether a place holds a word, as they are cut, or a code of letters and digits. */
    public boolean holds(String word) {
        List<WordIndex.Term> terms = new ArrayList<>();
        add(terms, MixedTextAnalyzer.WORDS, word, 1);
        add(terms, MixedTextAnalyzer.PAIRS, word, 1);
        return !index.best(terms, 1).isEmpty();
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
     * The places that match, best first, by their number in {@link #places()}; of very many those that match best.
     *
     * @param question what was asked
     * @param synonyms other words for parts of it; they weigh half
     */
    public Map<Integer, Hit> search(String question, Collection<String> synonyms) {
        Map<Integer, Double> words = normalised(MixedTextAnalyzer.WORDS, question, synonyms);
        Map<Integer, Double> paired = pairs ? normalised(MixedTextAnalyzer.PAIRS, question, synonyms) : words;
        Set<Integer> found = new HashSet<>(words.keySet());
        found.addAll(paired.keySet());
        Map<Integer, Hit> hits = new LinkedHashMap<>();
        found.stream().map(place -> hit(place, words.getOrDefault(place, 0.0), paired.getOrDefault(place, 0.0)))
                .sorted(Comparator.comparingDouble((Found each) -> each.hit().score()).reversed()
                        .thenComparingInt(Found::number))
                .limit(isLarge() ? MOST_OF_LARGE : found.size()).forEach(each -> hits.put(each.number(), each.hit()));
        return hits;
    }

    /** A place with its number. */
    private record Found(int number, Hit hit) {
    }

    private Found hit(int place, double words, double paired) {
        return new Found(place, new Hit(places.get(place), words + paired,
                Map.of(MixedTextAnalyzer.WORDS, words, MixedTextAnalyzer.PAIRS, paired)));
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

    private static Map<String, String> fields(Place place) {
        String headings = String.join(" ", place.section().path()) + " " + place.heading() + " "
                + String.join(" ", place.article().aliases());
        String text = place.text();
        return Map.of(MixedTextAnalyzer.WORDS, text, HEADING + MixedTextAnalyzer.WORDS, headings,
                MixedTextAnalyzer.PAIRS, text, HEADING + MixedTextAnalyzer.PAIRS, headings);
    }

    /** The score of each place that matches, divided by the best. */
    private Map<Integer, Double> normalised(String field, String question, Collection<String> synonyms) {
        List<WordIndex.Term> terms = new ArrayList<>();
        Set<String> asked = new LinkedHashSet<>(analyzer.tokens(field, question));
        asked.forEach(token -> add(terms, field, token, 1));
        Set<String> others = new LinkedHashSet<>();
        synonyms.forEach(synonym -> others.addAll(analyzer.tokens(field, synonym)));
        others.removeAll(asked);
        others.forEach(token -> add(terms, field, token, SYNONYM_BOOST));
        List<WordIndex.Scored> best = index.best(terms, isLarge() ? MOST_OF_LARGE : MOST);
        Map<Integer, Double> normalised = HashMap.newHashMap(best.size());
        best.forEach(scored -> normalised.put(scored.number(), (double) scored.score() / best.getFirst().score()));
        return normalised;
    }

    private static void add(List<WordIndex.Term> terms, String field, String token, float weight) {
        terms.add(new WordIndex.Term(field, token, weight));
        terms.add(new WordIndex.Term(HEADING + field, token, weight * HEADING_BOOST));
    }
}
