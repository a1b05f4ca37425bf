package fr.juliu.knowledge;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word of a list that somebody meant who wrote another one. */
final class NearWord {

    private static final int SHORT = 4;

    private NearWord() {
    }

    /**
     * The known word that differs from what is written in case, in full width, in a hyphen, or in two letters at most (one
     * in short words); letters that changed places count once. Empty when none is near.
     */
    static Optional<String> of(String written, Collection<String> known) {
        String plain = plain(written);
        return known.stream().min(Comparator.comparingInt(word -> distance(plain, plain(word))))
                .filter(word -> distance(plain, plain(word)) <= allowed(plain, word));
    }

    /** Words that are put behind "means nothing", in English: the near one, else all. */
    static String english(String written, Collection<String> known) {
        return of(written, known).map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> "write one of " + String.join(", ", known));
    }

    /** The same in Chinese. */
    static String chinese(String written, Collection<String> known) {
        return of(written, known).map(near -> "是不是想写 " + near + "？")
                .orElseGet(() -> "只能用 " + String.join("、", known));
    }

    private static int allowed(String plain, String word) {
        return Math.min(plain.length(), word.length()) <= SHORT ? 1 : 2;
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** How many letters are missing, added, other, or in each other's place. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : least(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int least(int[][] cost, String a, String b, int i, int j) {
        int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j - 1] + other, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
