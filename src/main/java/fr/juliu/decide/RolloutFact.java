package fr.juliu.decide;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;

/**
 * What an answer asserts of one permit.
 *
 * @param date    the date cell as text
 * @param since   the first month it names
 * @param permit  the permit as the table names it
 * @param row     the whole permit cell as text
 * @param planned whether it was still to come when the table was written
 */
public record RolloutFact(String date, YearMonth since, String permit, String row,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean planned) {

    static RolloutFact of(RolloutBook.Listed listed) {
        return new RolloutFact(listed.entry().date(), listed.entry().since(), listed.entry().permit(),
                listed.entry().row(),
                listed.planned());
    }
}
