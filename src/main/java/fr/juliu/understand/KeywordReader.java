package fr.juliu.understand;

import fr.juliu.search.PlaceIndex;
import fr.juliu.search.TextFolding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What a question speaks of beside the permits and points it names: words that an answer must know. */
final class KeywordReader {

    private static final int LONG_WORD = 5;
    private final Vocabulary vocabulary;
    private final PlaceIndex index;

    KeywordReader(Vocabulary vocabulary, PlaceIndex index) {
        this.vocabulary = vocabulary;
        this.index = index;
    }

    List<Keyword> read(String folded, List<Occurrence> all, List<Occurrence> cues) {
        boolean[] told = new boolean[folded.length()];
        cues.forEach(o -> Arrays.fill(told, o.start(), o.end(), true));
        all.stream().filter(KeywordReader::saysNothing).forEach(o -> Arrays.fill(told, o.start(), o.end(), true));
        List<Keyword> keywords = new ArrayList<>();
        all.stream().filter(o -> o.tag().kind() == Tag.Kind.SAME || o.tag().kind() == Tag.Kind.TOPIC)
                .sorted(Comparator.comparingInt(Occurrence::letters).reversed()).forEach(o -> {
                    if (!isTold(told, o.start(), o.end())) {
                        keywords.add(new Keyword(folded.substring(o.start(), o.end()),
                                vocabulary.group(o.tag().id()), false,
                                o.tag().kind() == Tag.Kind.TOPIC));
                        Arrays.fill(told, o.start(), o.end(), true);
                    }
                });
        Keyword.LAW.matcher(folded).results().forEach(law -> {
            keywords.add(new Keyword(law.group(), List.of(law.group()), false, false));
            Arrays.fill(told, law.start(), law.end(), true);
        });
        addWords(folded, all, told, keywords);
        return keywords;
    }

    private static boolean saysNothing(Occurrence o) {
        return switch (o.tag().kind()) {
            case GENERAL, TALK, ASKING, PERMIT, WEAK_PERMIT -> true;
            case FRAME -> o.letters() > 1;
            case NOT_PERMIT, ASPECT, SAME, TOPIC, CLASS -> false;
        };
    }

    /** Adds the words that nothing has told; single characters next to each other make one word. */
    private void addWords(String folded, List<Occurrence> all, boolean[] told, List<Keyword> keywords) {
        StringBuilder singles = new StringBuilder();
        int from = 0;
        for (String word : index.words(folded)) {
            int at = folded.indexOf(word, from);
            if (at < 0) {
                continue;
            }
            if (at > from) {
                flush(singles, keywords);
            }
            from = at + word.length();
            if (isTold(told, at, from) || isFrame(all, at, from) || index.isStopWord(word)
                    || word.chars().allMatch(Character::isDigit)) {
                flush(singles, keywords);
            } else if (word.length() == 1 && TextFolding.isHan(word.charAt(0))) {
                singles.append(word);
            } else {
                flush(singles, keywords);
                keywords.add(new Keyword(word, List.of(stem(word)), isForeign(folded, word), false));
            }
        }
        flush(singles, keywords);
    }

    /** A French or English word without its ending, so that applies finds application. */
    private static String stem(String word) {
        boolean latin = word.chars().allMatch(c -> c < 128);
        return latin && word.length() > LONG_WORD ? word.substring(0, Math.max(LONG_WORD, word.length() - 3)) : word;
    }

    private static boolean isForeign(String folded, String word) {
        return word.charAt(0) < 128 && folded.chars().anyMatch(c -> TextFolding.isHan((char) c));
    }

    private static void flush(StringBuilder singles, List<Keyword> keywords) {
        if (singles.length() > 1) {
            keywords.add(new Keyword(singles.toString(), List.of(singles.toString()), false, false));
        }
        singles.setLength(0);
    }

    private static boolean isFrame(List<Occurrence> all, int from, int to) {
        return all.stream().anyMatch(o -> o.tag().kind() == Tag.Kind.FRAME && o.start() <= from && o.end() >= to);
    }

    private static boolean isTold(boolean[] told, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!told[i]) {
                return false;
            }
        }
        return true;
    }
}
