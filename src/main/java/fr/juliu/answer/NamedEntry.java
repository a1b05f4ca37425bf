package fr.juliu.answer;

import fr.juliu.knowledge.Qualifier;
import fr.juliu.knowledge.RolloutEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rollout entry with the names that people read: as the table writes them, and the catalogue's Chinese name where the
 * table writes French alone.
 *
 * @param chinese never blank
 * @param french  empty where the table has none
 * @param planned whether it was still to come when the table was written
 */
public record NamedEntry(RolloutEntry entry, String chinese, String french, boolean planned) {

    private static final Pattern CHINESE_THEN_FRENCH = Pattern
            .compile("(.*\\p{IsHan}\\S*)\\s+(\\p{IsLatin}[^\\p{IsHan}]*)");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern RENEWAL = Pattern.compile("^(?:[只仅]限?)?续(?=[\\s\\d])\\s*");

    static NamedEntry of(RolloutBook.Listed listed) {
        String written = listed.entry().permit();
        if (!HAN.matcher(written).find()) {
            return new NamedEntry(listed.entry(), listed.permit().chinese(),
                    written.equals(listed.permit().chinese()) ? "" : written, listed.planned());
        }
        String bare = listed.entry().qualifiers().contains(Qualifier.RENEWAL)
                ? RENEWAL.matcher(written).replaceFirst("")
                : written;
        Matcher both = CHINESE_THEN_FRENCH.matcher(bare);
        return both.matches()
                ? new NamedEntry(listed.entry(), both.group(1), both.group(2), listed.planned())
                : new NamedEntry(listed.entry(), bare.isBlank() ? written : bare, "", listed.planned());
    }
}
