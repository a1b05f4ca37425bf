package fr.juliu.decide;

import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.search.Once;
import fr.juliu.search.Place;
import fr.juliu.search.PlaceIndex;
import fr.juliu.search.QuestionIndex;
import fr.juliu.search.SearchEngine;
import fr.juliu.search.SentenceModel;
import fr.juliu.search.TextFolding;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The questions whose answers are known, as neighbours of a new one: a question is more like another question than like
 * the text that answers it, so that a keeper who adds one teaches the bot.
 */
public final class Neighbours implements AutoCloseable {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<KnownQuestion> known;
    private final Set<String> taught;
    private final Once<Texts> texts;

    private Neighbours(List<KnownQuestion> questions, Set<String> taught, TextFolding folding, SearchEngine engine,
            SentenceModel model) {
        this.taught = taught;
        known = questions.stream().filter(question -> question.after().isEmpty()).toList();
        texts = new Once<>(() -> Texts.of(known, folding, engine, model));
    }

    /**
     * Everything whose answer is known: phrasings, known questions, and the headings that these lead to, each answered by its
     * own place.
     */
    public static Neighbours of(Library library, PlaceIndex index, TextFolding folding, SearchEngine engine,
            SentenceModel model) {
        List<KnownQuestion> asked = Stream.concat(library.phrasings().stream(), library.questions().stream()).toList();
        Set<String> taught = asked.stream().flatMap(question -> question.headings().stream())
                .collect(Collectors.toUnmodifiableSet());
        Stream<KnownQuestion> headings = index.places().stream().map(Place::heading).distinct().filter(taught::contains)
                .map(heading -> new KnownQuestion(heading, heading, "", "section", heading, List.of(), List.of(),
                        List.of(), List.of(), 0));
        return new Neighbours(Stream.concat(asked.stream(), headings).toList(), taught, folding, engine,
                model);
    }

    /** Whether a known question leads to a place, by its heading; that the heading leads to it does not count. */
    boolean leadTo(Place place) {
        return taught.contains(place.heading());
    }

    /** The texts of the known questions, folded and indexed when first asked: many questions need none. */
    private record Texts(List<String> bare, QuestionIndex index) {

        static Texts of(List<KnownQuestion> known, TextFolding folding, SearchEngine engine, SentenceModel model) {
            List<String> folded = known.stream().map(question -> folding.fold(question.question())).toList();
            return new Texts(folded.stream().map(Neighbours::bare).toList(),
                    new QuestionIndex(folded, folding, engine, model));
        }
    }

    /**
     * What they say about a folded question.
     *
     * @param others whether a known question that is the question itself says nothing
     */
    NeighbourVotes about(String question, boolean others) {
        List<String> bare = texts.get().bare();
        String asked = bare(question);
        return NeighbourVotes
                .by(texts.get().index().votes(question, n -> !others || !bare.get(n).equals(asked)).stream()
                        .map(vote -> new Neighbour(known.get(vote.number()), vote.likeness(), vote.weight())).toList());
    }

    /** Encodes them all; an interrupt of the thread ends it early. */
    public void warmUp() {
        texts.get().index().encodeAll();
    }

    @Override
    public void close() {
        texts.made().ifPresent(made -> made.index().close());
    }

    private static String bare(String folded) {
        return SIGNS.matcher(folded).replaceAll("");
    }
}
