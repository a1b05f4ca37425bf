package fr.juliu.decide;

import fr.juliu.search.Once;
import fr.juliu.search.PlaceIndex;
import fr.juliu.search.TextFolding;
import fr.juliu.understand.Occurrence;
import fr.juliu.understand.Question;
import fr.juliu.understand.Tag;
import fr.juliu.understand.Vocabulary;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words that are known: to the catalogue and the lexicon, to the articles, or to the known questions. A question that
 * holds none of them, or next to nothing else than others, is not understood, whatever it resembles.
 */
public final class KnownWords {

    /** The share of its letters that known words cover in a question that is understood: all but 0.4 % of the phrasings. */
    private static final double ENOUGH = 0.2;
    /** The same in one that has but words that shape a question and leans on the one before: 被谁删的. */
    private static final double ENOUGH_TO_LEAN = 0.4;
    private static final double MOST = 0.7;
    private static final int LATIN_WORD = 3;
    /** Such as b1 or cr3. */
    private static final Pattern CODE = Pattern.compile("\\b(?=[a-z]*\\d)(?=\\d*[a-z])[a-z0-9]+\\b");
    private static final Pattern LATIN = Pattern.compile("[a-z]{2,}");

    private final Vocabulary vocabulary;
    private final PlaceIndex index;
    /** Those of a large folder are not gathered: its index is asked. */
    private final Supplier<Set<String>> ofArticles;
    private final Supplier<Set<String>> ofQuestions;

    /**
     * The words of some texts; those of articles and questions are gathered when first needed.
     *
     * @param questions the known ones
     */
    public KnownWords(Vocabulary vocabulary, PlaceIndex index, Collection<String> questions, TextFolding folding) {
        this.vocabulary = vocabulary;
        this.index = index;
        ofArticles = new Once<>(() -> words(index.places().stream()
                .flatMap(place -> Stream.of(place.article().title(), place.heading(), place.text())), folding));
        ofQuestions = new Once<>(() -> words(questions.stream(), folding));
    }

    /** How many there are, all gathered. */
    public int count() {
        return (index.isLarge() ? 0 : ofArticles.get().size()) + ofQuestions.get().size();
    }

    private boolean isOfArticles(String word) {
        return index.isLarge() ? index.holds(word) : ofArticles.get().contains(word);
    }

    /**
     * Why a question is not understood: it is junk, or speaks of something else; empty where it is understood.
     *
     * @param followsUp whether another was asked before it, on which it may lean
     */
    public Optional<Answer.Reason> notUnderstood(Question question, boolean followsUp) {
        Cover cover = new Cover(question.folded(), new Once<>(() -> index.words(question.folded())));
        cover.addAll(vocabulary.find(question.folded()));
        boolean understood = cover.suffices() || cover.add(this::isOfArticles).suffices()
                || cover.add(ofQuestions.get()::contains).suffices() || (followsUp && leans(cover, question));
        return understood
                ? Optional.empty()
                : Optional.of(isLanguage(cover) ? Answer.Reason.NOT_KNOWN : Answer.Reason.JUNK);
    }

    /**
     * Whether a question that tells nothing itself leans on the one before: it is mostly words that shape a question, with
     * but few characters beside them, or such as have been seen. A single such word has to refer back.
     */
    private boolean leans(Cover cover, Question question) {
        if (cover.count() < 2) {
            return cover.share() == 1 && question.refersBack();
        }
        return cover.share() >= MOST || (cover.share() >= ENOUGH_TO_LEAN && cover.uncovered()
                .allMatch(letter -> isOfArticles(letter) || ofQuestions.get().contains(letter)));
    }

    /** Whether a text is language at all: it holds several words that shape a question, or one of a dictionary. */
    private boolean isLanguage(Cover cover) {
        return cover.count() > 1 || cover.words.get().stream().anyMatch(word -> word.length() > 1 && isHan(word))
                || LATIN.matcher(cover.text).results().map(MatchResult::group).anyMatch(index::isStopWord);
    }

    /** The words of texts, and the characters. */
    private Set<String> words(Stream<String> texts, TextFolding folding) {
        Set<String> words = new HashSet<>();
        texts.map(folding::fold).forEach(text -> {
            index.words(text).stream().filter(KnownWords::isLong).forEach(words::add);
            CODE.matcher(text).results().map(MatchResult::group).forEach(words::add);
            text.codePoints().filter(Character::isIdeographic).mapToObj(Character::toString).forEach(words::add);
        });
        return words;
    }

    /** Whether a word is so long that chance does not write it: of characters two, of letters three. */
    private static boolean isLong(String word) {
        return word.length() >= (isHan(word) ? 2 : LATIN_WORD) && Character.isLetter(word.charAt(0));
    }

    private static boolean isHan(String word) {
        return TextFolding.isHan(word.charAt(0));
    }

    /** Which letters of a text known words cover. */
    private static final class Cover {

        private final String text;
        private final Supplier<List<String>> words;
        private final boolean[] covered;
        private boolean tells;

        /**
         * No letter yet.
         *
         * @param words what smartcn cuts the text into
         */
        Cover(String text, Supplier<List<String>> words) {
            this.text = text;
            this.words = words;
            covered = new boolean[text.length()];
        }

        /** Adds what the vocabulary knows: a single letter of Latin says nothing, a single character does. */
        void addAll(List<Occurrence> found) {
            for (Occurrence occurrence : found) {
                String word = text.substring(occurrence.start(), occurrence.end());
                boolean shapes = occurrence.tag().kind() == Tag.Kind.FRAME
                        || occurrence.tag().kind() == Tag.Kind.ASKING;
                boolean isLong = occurrence.letters() > (isHan(word) ? 1 : 2);
                if (isLong || isHan(word) || (!shapes && occurrence.letters() > 1)) {
                    cover(occurrence.start(), occurrence.end());
                    tells |= isLong || !shapes;
                }
            }
        }

        /** Adds known words. */
        Cover add(Predicate<String> known) {
            int from = 0;
            for (String word : words.get()) {
                int at = text.indexOf(word, from);
                if (at >= 0) {
                    from = at + word.length();
                    if (isLong(word) && known.test(word)) {
                        cover(at, from);
                        tells = true;
                    }
                }
            }
            CODE.matcher(text).results().filter(code -> known.test(code.group())).forEach(code -> {
                cover(code.start(), code.end());
                tells = true;
            });
            return this;
        }

        /** Whether known words tell enough of what is asked. */
        boolean suffices() {
            return tells && share() >= ENOUGH;
        }

        private void cover(int from, int to) {
            Arrays.fill(covered, from, to, true);
        }

        /** How many letters are covered. */
        long count() {
            return letters().filter(at -> covered[at]).count();
        }

        /** The letters that are not. */
        Stream<String> uncovered() {
            return letters().filter(at -> !covered[at]).mapToObj(at -> Character.toString(text.codePointAt(at)));
        }

        /** The share of the letters that are covered; 1 where there is none. */
        double share() {
            long all = letters().count();
            return all == 0 ? 1 : (double) count() / all;
        }

        private IntStream letters() {
            return IntStream.range(0, text.length()).filter(at -> Character.isLetter(text.codePointAt(at)));
        }
    }
}
