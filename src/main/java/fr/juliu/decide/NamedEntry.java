package fr.juliu.decide;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Permit;
import fr.juliu.knowledge.Qualifier;
import fr.juliu.knowledge.RolloutEntry;
import fr.juliu.knowledge.Section;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rollout entry with the names that people read: as the table writes them, and the catalogue's Chinese name where the
 * table writes French alone.
 *
 * @param chinese never blank
 * @param french  empty where the table has none
 * @param permit  what the catalogue knows of it
 * @param article where its table stands
 * @param section where its table stands
 * @param planned whether it was still to come when the table was written
 */
public record NamedEntry(RolloutEntry entry, String chinese, String french, Permit permit, Article article,
        Section section, boolean planned) {

    private static final Pattern CHINESE_THEN_FRENCH = Pattern
            .compile("(.*\\p{IsHan}\\S*)\\s+(\\p{IsLatin}[^\\p{IsHan}]*)");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern RENEWAL = Pattern.compile("^(?:[只仅]限?)?续(?=[\\s\\d])\\s*");

    static NamedEntry of(RolloutBook.Listed listed) {
        String written = listed.entry().permit();
        if (!HAN.matcher(written).find()) {
            return of(listed, listed.permit().chinese(), written.equals(listed.permit().chinese()) ? "" : written);
        }
        String bare = listed.entry().qualifiers().contains(Qualifier.RENEWAL)
                ? RENEWAL.matcher(written).replaceFirst("")
                : written;
        Matcher both = CHINESE_THEN_FRENCH.matcher(bare);
        return both.matches()
                ? of(listed, both.group(1), both.group(2))
                : of(listed, bare.isBlank() ? written : bare, "");
    }

    private static NamedEntry of(RolloutBook.Listed listed, String chinese, String french) {
        return new NamedEntry(listed.entry(), chinese, french, listed.permit(), listed.article(), listed.section(),
                listed.planned());
    }
}
