package fr.juliu.understand;

import fr.juliu.search.TextFolding;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a question denies that something is online: 哪些不在网上办 and 哪些网上办不了 do, 哪些能不能网上办 leaves it open, and
 * 不知道哪些在网上办 denies something else.
 */
final class Denial {

    /** What may stand between a Chinese word that denies and the word that it denies, in characters. */
    private static final int NEAR = 2;
    private static final int NEAR_IN_LATIN = 24;
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final Pattern web;
    private final Pattern before;
    private final Pattern whole;

    /**
     * Denied by some folded words.
     *
     * @param denying deny what follows them shortly
     * @param web     stand for what is online
     * @param denied  deny by themselves that something is online
     */
    Denial(Collection<String> denying, Collection<String> web, Collection<String> denied) {
        this.web = any(web, "");
        whole = any(denied, "");
        List<String> latin = denying.stream().filter(word -> !TextFolding.isHan(word.charAt(0))).toList();
        List<String> han = denying.stream().filter(word -> TextFolding.isHan(word.charAt(0))).toList();
        before = Pattern.compile("(?:" + any(han, "\\p{IsHan}{0," + NEAR + "}") + "|"
                + any(latin, "[a-z' ]{0," + NEAR_IN_LATIN + "}") + ")$");
    }

    /** Words as a pattern, those of Latin letters whole; nothing where there are none. */
    private static Pattern any(Collection<String> words, String after) {
        return words.isEmpty()
                ? NOTHING
                : Pattern.compile(
                        words.stream().map(Denial::whole).collect(Collectors.joining("|", "(?:", ")" + after)));
    }

    private static String whole(String word) {
        return (isLatin(word.charAt(0)) ? "(?<![a-z])" : "") + Pattern.quote(word)
                + (isLatin(word.charAt(word.length() - 1)) ? "(?![a-z])" : "");
    }

    private static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    /** Whether a folded text says of all that it says of the web that something is not there. */
    boolean isOnlineDenied(String folded) {
        List<MatchResult> denied = whole.matcher(folded).results().filter(hit -> !isOpen(folded, hit.start())).toList();
        List<MatchResult> named = web.matcher(folded).results()
                .filter(hit -> denied.stream()
                        .noneMatch(wider -> wider.start() < hit.end() && hit.start() < wider.end()))
                .toList();
        return named.isEmpty() ? !denied.isEmpty() : named.stream().allMatch(hit -> isDenied(folded, hit.start()));
    }

    private boolean isDenied(String folded, int named) {
        return before.matcher(folded.substring(0, named)).results().anyMatch(hit -> !isOpen(folded, hit.start()));
    }

    /** The same before and after the character that denies asks whether: 能不能, 可以不可以. */
    private static boolean isOpen(String folded, int denial) {
        return isSame(folded, denial, 1) || isSame(folded, denial, 2);
    }

    private static boolean isSame(String folded, int denial, int length) {
        return denial >= length && TextFolding.isHan(folded.charAt(denial))
                && folded.startsWith(folded.substring(denial - length, denial), denial + 1);
    }
}
