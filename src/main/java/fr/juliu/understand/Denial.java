package fr.juliu.understand;

import fr.juliu.search.TextFolding;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Whether a question denies what a cue in it says: 哪些不在网上办 does, 哪些能不能网上办 leaves it open. */
final class Denial {

    /** So many characters may stand between a word that denies and the cue; more where both have letters of the alphabet. */
    private static final int NEAR = 4;
    private static final int NEAR_IN_LATIN = 24;
    private static final Pattern LATIN = Pattern.compile("[a-z' ]+");
    private static final Pattern CLAUSE_END = Pattern.compile("[，。？！；,?!;\\n]");

    private final Set<String> words;

    /** Denied by some folded words. */
    Denial(Set<String> words) {
        this.words = words;
    }

    /** Whether a word denies the cue: shortly before it, or in the gap that it has. */
    boolean isDenied(String folded, Occurrence cue) {
        return words.stream().anyMatch(word -> isDenied(folded, word, cue));
    }

    private static boolean isDenied(String folded, String word, Occurrence cue) {
        int near = LATIN.matcher(word).matches() ? NEAR_IN_LATIN : NEAR;
        int last = (cue.gapped() ? cue.end() : cue.start()) - word.length();
        return IntStream.rangeClosed(Math.max(0, cue.start() - word.length() - near), last)
                .anyMatch(at -> folded.startsWith(word, at) && !isOpen(folded, at, at + word.length())
                        && !CLAUSE_END.matcher(folded.substring(at, Math.max(at, cue.start()))).find());
    }

    /** The same character before and after it asks whether: 能不能. */
    private static boolean isOpen(String folded, int start, int end) {
        return start > 0 && end < folded.length() && TextFolding.isHan(folded.charAt(end))
                && folded.charAt(start - 1) == folded.charAt(end);
    }
}
