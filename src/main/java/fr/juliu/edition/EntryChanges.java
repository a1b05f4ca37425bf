package fr.juliu.edition;

import fr.juliu.edition.EditionContents.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How the rollout entries of two editions differ, as a person would say it: a row whose spelling was set right is no row
 * lost and another won.
 */
record EntryChanges(List<String> added, List<String> removed, List<String> changed) {

    /** Of so many letters one may differ in a name that is but spelt otherwise. */
    private static final int LETTERS_OF_A_SLIP = 5;

    /** What changed from one to the other, both by folded permit and qualifiers. */
    static EntryChanges between(Map<String, Entry> before, Map<String, Entry> after) {
        Map<String, Entry> gone = without(before, after);
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        without(after, before).forEach((key, entry) -> slip(gone, key, entry).ifPresentOrElse(old -> {
            gone.remove(old.getKey());
            changed.add(old.getValue().permit() + " -> " + told(entry));
        }, () -> added.add(told(entry))));
        before.forEach((key, entry) -> {
            Entry now = after.get(key);
            if (now != null && !now.date().equals(entry.date())) {
                changed.add(now.permit() + ": " + entry.date() + " -> " + now.date());
            }
        });
        return new EntryChanges(added, gone.values().stream().map(EntryChanges::told).toList(), changed);
    }

    /** What of the entries that are gone is the same but for its spelling. */
    private static Optional<Map.Entry<String, Entry>> slip(Map<String, Entry> gone, String key, Entry entry) {
        return gone.entrySet().stream()
                .filter(old -> old.getValue().date().equals(entry.date()) && isSlip(old.getKey(), key)).findFirst();
    }

    /** Whether two keys are the same but for a few letters; the qualifiers at their ends are to be the same. */
    private static boolean isSlip(String old, String now) {
        int most = Math.max(1, Math.min(old.length(), now.length()) / LETTERS_OF_A_SLIP);
        return old.substring(old.lastIndexOf('[')).equals(now.substring(now.lastIndexOf('[')))
                && new LevenshteinDistance(most).apply(old, now) >= 0;
    }

    private static Map<String, Entry> without(Map<String, Entry> from, Map<String, Entry> in) {
        Map<String, Entry> left = new LinkedHashMap<>(from);
        left.keySet().removeAll(in.keySet());
        return left;
    }

    private static String told(Entry entry) {
        return entry.permit() + " (" + entry.date() + ")";
    }
}
