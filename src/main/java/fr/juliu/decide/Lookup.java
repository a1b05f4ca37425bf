package fr.juliu.decide;

import fr.juliu.knowledge.Permit;
import fr.juliu.search.Place;
import fr.juliu.search.PlaceIndex;
import fr.juliu.search.TextFolding;
import fr.juliu.understand.Mention;
import fr.juliu.understand.MentionResolver;
import fr.juliu.understand.Question;
import fr.juliu.understand.QuestionReader;
import fr.juliu.understand.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a search box finds: permits by any of their names, and places by words and by what says the same. */
public final class Lookup {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    /** So much of what is looked for a place has to hold. */
    private static final double MOST = 0.6;
    /** So much of it where what says the same counts, too. */
    private static final double ALL = 0.9;
    /** So much a place is about a permit that is looked for, as its heading or its article names it. */
    private static final double ABOUT = 0.7;
    /** The beginning of a name, in characters; of Latin letters two more, as many begin alike. */
    private static final int BEGINNING = 2;

    private final TextFolding folding;
    private final PlaceIndex index;
    private final Vocabulary vocabulary;
    private final QuestionReader reader;
    private final SectionFinder sections;
    private final RolloutBook book;

    public Lookup(TextFolding folding, PlaceIndex index, Vocabulary vocabulary, QuestionReader reader,
            SectionFinder sections, RolloutBook book) {
        this.folding = folding;
        this.index = index;
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.sections = sections;
        this.book = book;
    }

    /**
     * What is found.
     *
     * @param permits those that are named, with what the tables say of them
     * @param places  best first
     * @param words   what is looked for, with what says the same, to be marked
     */
    public record Found(List<Named> permits, List<Place> places, List<String> words) {

        public Found {
            permits = List.copyOf(permits);
            places = List.copyOf(places);
            words = List.copyOf(words);
        }
    }

    /**
     * A permit.
     *
     * @param rows what the tables list of it; empty when they do not list it
     */
    public record Named(Permit permit, List<NamedEntry> rows) {

        public Named {
            rows = List.copyOf(rows);
        }
    }

    /** What a text names or says, so many places at most. */
    public Found find(String text, int most) {
        Question question = reader.read(text);
        List<Permit> permits = permits(text);
        List<Place> places = question.folded().isEmpty()
                ? List.of()
                : sections.rank(question).stream().filter(Lookup::isFound).limit(most)
                        .map(candidate -> candidate.facts().place()).toList();
        return new Found(permits.stream().map(permit -> new Named(permit,
                book.of(permit).stream().map(NamedEntry::of).toList())).toList(), places,
                words(text, question, permits));
    }

    /** The permits that a text names; where it names none, those whose names it begins. */
    public List<Permit> permits(String text) {
        String folded = folding.fold(text);
        List<Permit> named = new MentionResolver(vocabulary).names(folded).stream().map(Mention::permit).toList();
        if (!named.isEmpty() || !isBeginning(folded)) {
            return named;
        }
        return vocabulary.permits().stream().filter(permit -> vocabulary.plainNames(permit).stream()
                .anyMatch(name -> name.startsWith(folded))).toList();
    }

    /** The ids of permits with those of all that they stand for: the kinds of an umbrella word, the whole of a kind. */
    public static Set<String> ids(List<Permit> permits) {
        return permits.stream().flatMap(permit -> Stream.of(Stream.of(permit.id()), permit.includes().stream(),
                Stream.ofNullable(permit.partOf())).flatMap(ids -> ids)).collect(Collectors.toSet());
    }

    private static boolean isBeginning(String folded) {
        int letters = folded.codePointCount(0, folded.length());
        return letters >= BEGINNING && (TextFolding.isHan(folded.charAt(0)) || letters >= 2 * BEGINNING);
    }

    private static boolean isFound(Candidate candidate) {
        return candidate.features().shared() >= MOST || candidate.features().topic() >= ABOUT
                || candidate.features().coverage() >= ALL;
    }

    private List<String> words(String text, Question question, List<Permit> permits) {
        Set<String> words = new LinkedHashSet<>(SPACES.splitAsStream(text.strip()).toList());
        index.words(question.folded()).stream().filter(word -> word.length() > 1 && !index.isStopWord(word))
                .forEach(words::add);
        words.addAll(question.synonyms());
        permits.forEach(permit -> words.addAll(List.of(permit.chinese(), permit.french())));
        words.removeIf(String::isBlank);
        return List.copyOf(words);
    }
}
