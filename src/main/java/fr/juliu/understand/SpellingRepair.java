package fr.juliu.understand;

import fr.juliu.search.Pinyin;
import fr.juliu.search.TextFolding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Repairs a question that names nothing known: Chinese characters that sound like a known word, pinyin typed for
 * characters, and French or English words a letter or two away from a known one.
 */
public final class SpellingRepair {

    private static final int LONGEST_WORD = 8;
    private static final int LONGEST_PINYIN_RUN = 6;
    private static final int SHORTEST_LATIN = 5;
    private static final int TWO_TYPOS_FROM = 8;

    private final Pinyin pinyin = new Pinyin();
    private final Map<Character, Character> lookalike = new HashMap<>();
    private final Map<String, List<String>> bySound = new HashMap<>();
    private final Map<String, String> byTypedSound = new HashMap<>();
    private final Set<String> latinWords = new HashSet<>();
    private final Map<String, List<String>> byStart = new HashMap<>();

    /**
     * For the words of a vocabulary, those of permits first: the first of several that sound alike wins.
     *
     * @param lookalikes pairs of characters that are mistaken for each other, the wrong one first
     */
    public SpellingRepair(Vocabulary vocabulary, List<String> lookalikes) {
        lookalikes.forEach(pair -> lookalike.put(pair.charAt(0), pair.charAt(1)));
        vocabulary.soundWords().forEach(word -> {
            if (isSpelledBySound(word)) {
                bySound.computeIfAbsent(sound(pinyin.syllables(word)), key -> new ArrayList<>()).add(word);
            }
        });
        vocabulary.words().stream().filter(SpellingRepair::isSpelledBySound)
                .forEach(word -> byTypedSound.putIfAbsent(String.join("", pinyin.syllables(word)), word));
        vocabulary.permitWords().stream().flatMap(name -> Arrays.stream(name.split("[^a-z]+", -1)))
                .filter(part -> part.length() >= SHORTEST_LATIN).filter(latinWords::add)
                .forEach(part -> byStart.computeIfAbsent(start(part, part.length()), key -> new ArrayList<>())
                        .add(part));
    }

    private static boolean isSpelledBySound(String word) {
        return word.length() > 1 && word.chars().allMatch(c -> TextFolding.isHan((char) c) || Character.isDigit(c));
    }

    /**
     * The repaired question; as it was when nothing needed repair.
     *
     * @param known which characters belong to words that are known and stay as they are
     */
    String repair(String folded, BitSet known) {
        return repairLatin(repairHan(folded, known));
    }

    private String repairHan(String asked, BitSet known) {
        StringBuilder seen = new StringBuilder(asked.length());
        asked.chars().forEach(c -> seen.append(lookalike.getOrDefault((char) c, (char) c)));
        String text = seen.toString();
        List<String> syllables = pinyin.syllables(text);
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            String word = null;
            for (int length = Math.min(LONGEST_WORD, text.length() - at); length > 1 && word == null; length--) {
                word = isHan(text, at, at + length)
                        ? like(text.substring(at, at + length), syllables.subList(at, at + length),
                                known.get(at, at + length))
                        : null;
            }
            out.append(word == null ? String.valueOf(text.charAt(at)) : word);
            at += word == null ? 1 : word.length();
        }
        return out.toString();
    }

    /**
     * The known word that sounds like this, shares at least one character with it and keeps all that are known; itself
     * when it is one.
     */
    private @Nullable String like(String text, List<String> syllables, BitSet known) {
        List<String> words = bySound.getOrDefault(sound(syllables), List.of());
        if (words.contains(text)) {
            return text;
        }
        return words.stream().filter(word -> {
            BitSet kept = new BitSet();
            IntStream.range(0, text.length()).filter(i -> word.charAt(i) == text.charAt(i)).forEach(kept::set);
            BitSet lost = (BitSet) known.clone();
            lost.andNot(kept);
            return !kept.isEmpty() && lost.isEmpty();
        }).findFirst().orElse(null);
    }

    /** The key of a sound: syllables that many speakers and keyboards do not tell apart are equal. */
    private static String sound(List<String> syllables) {
        return syllables.stream().map(SpellingRepair::plain)
                .collect(Collectors.joining(" "));
    }

    private static String plain(String syllable) {
        int end = syllable.endsWith("ng") ? syllable.length() - 1 : syllable.length();
        boolean retroflex = end > 1 && syllable.charAt(1) == 'h';
        return retroflex ? syllable.charAt(0) + syllable.substring(2, end) : syllable.substring(0, end);
    }

    private static boolean isHan(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> TextFolding.isHan((char) c));
    }

    private String repairLatin(String text) {
        if (text.chars().noneMatch(c -> c >= 'a' && c <= 'z')) {
            return text;
        }
        List<String> words = new ArrayList<>(List.of(text.split("(?<=[^a-z0-9])|(?=[^a-z0-9])", -1)));
        for (int at = 0; at < words.size(); at++) {
            typedSound(words, at);
            String word = words.get(at);
            if (word.length() >= SHORTEST_LATIN && !latinWords.contains(word)) {
                int index = at;
                nearest(word).ifPresent(known -> words.set(index, known));
            }
        }
        return String.join("", words);
    }

    /** Replaces the longest run of typed syllables that spells a known word. */
    private void typedSound(List<String> words, int at) {
        for (int to = Math.min(words.size(), at + 2 * LONGEST_PINYIN_RUN - 1); to > at; to--) {
            List<String> run = words.subList(at, to);
            String word = byTypedSound
                    .get(String.join("", run).replace(" ", "").replace("lv", "lu").replace("nv", "nu"));
            if (word != null && !run.getFirst().isBlank() && !run.getLast().isBlank()) {
                run.clear();
                words.add(at, word);
                return;
            }
        }
    }

    private Optional<String> nearest(String word) {
        int allowed = word.length() >= TWO_TYPOS_FROM ? 2 : 1;
        String best = null;
        int least = allowed + 1;
        for (int length = word.length() - 1; length <= word.length() + 1; length++) {
            for (String known : byStart.getOrDefault(start(word, length), List.of())) {
                int typos = typos(word, known);
                if (typos < least) {
                    least = typos;
                    best = known;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static String start(String word, int length) {
        return word.charAt(0) + ":" + length;
    }

    /** The optimal string alignment distance: letters changed, added, left out, or two swapped. */
    private static int typos(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                } else {
                    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                    d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                    if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                    }
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
