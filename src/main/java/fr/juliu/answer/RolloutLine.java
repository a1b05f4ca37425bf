package fr.juliu.answer;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Permit;
import fr.juliu.knowledge.RolloutEntry;
import fr.juliu.knowledge.Section;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One permit of a rollout table with where it stands.
 *
 * @param permit  what the catalogue knows of it
 * @param planned whether it was still to come when the table was written
 * @param asOf    the month that its table describes, null when nothing tells it
 */
public record RolloutLine(RolloutEntry entry, Permit permit, Article article, Section section, boolean planned,
        @Nullable YearMonth asOf) {

    static RolloutLine of(RolloutBook.Listed listed) {
        return new RolloutLine(listed.entry(), listed.permit(), listed.article(), listed.section(), listed.planned(),
                listed.asOf());
    }
}
