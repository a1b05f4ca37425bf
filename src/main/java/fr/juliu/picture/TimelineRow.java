package fr.juliu.picture;

import java.time.YearMonth;

/**
 * One permit of the timeline.
 *
 * @param date    as the table writes it, such as {@code 2022 年 3 - 4 月}
 * @param since   the first month that the date names
 * @param label   its Chinese name
 * @param french  its French name; empty for none
 * @param marks   what it is limited to or belongs to, such as 只有续; empty for nothing
 * @param planned whether it was still to come when the table was written
 */
public record TimelineRow(String date, YearMonth since, String label, String french, String marks, boolean planned) {

    public TimelineRow {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a row of the timeline needs a label: " + date + " " + french);
        }
    }
}
