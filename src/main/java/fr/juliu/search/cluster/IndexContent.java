package fr.juliu.search.cluster;

import fr.juliu.search.MixedTextAnalyzer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What an index holds: texts, each as the words of its fields.
 *
 * @param name  what they are, such as places
 * @param texts of each its text by field, the same each time
 */
record IndexContent(String name, MixedTextAnalyzer analyzer, Supplier<Stream<Map<String, String>>> texts) {

    /** Goes up when indexes are made in another way, so that those made before are not taken for new ones. */
    private static final int FORM = 1;
    private static final int LETTERS = 32;

    /**
     * What tells one content from another.
     *
     * @param id    a hash of all words and of how the index is made, in 32 letters and digits
     * @param texts how many texts there are
     */
    record Fingerprint(String id, int texts) {
    }

    /** The words of each text by field, in the order of their numbers. */
    Stream<SortedMap<String, List<String>>> words() {
        return texts.get().map(text -> {
            SortedMap<String, List<String>> words = new TreeMap<>();
            text.forEach((field, written) -> words.put(field, analyzer.tokens(field, written)));
            return words;
        });
    }

    Fingerprint fingerprint(int shards) {
        MessageDigest digest = sha256();
        update(digest, FORM + " " + shards);
        int[] count = {0};
        words().forEachOrdered(text -> {
            count[0]++;
            text.forEach((field, words) -> {
                update(digest, field);
                words.forEach(word -> update(digest, word));
                digest.update((byte) 1);
            });
            digest.update((byte) 2);
        });
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()).substring(0, LETTERS), count[0]);
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }
}
