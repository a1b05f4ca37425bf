package fr.juliu.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Rows of buttons. */
final class Buttons {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private Buttons() {
    }

    /** Buttons in rows of so many. */
    static List<List<Outgoing.Button>> rows(List<Outgoing.Button> buttons, int inRow) {
        List<List<Outgoing.Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += inRow) {
            rows.add(List.copyOf(buttons.subList(i, Math.min(i + inRow, buttons.size()))));
        }
        return rows;
    }

    /**
     * The row that turns pages; empty for one page alone.
     *
     * @param verb what a press says before the number of the page
     */
    static List<List<Outgoing.Button>> pager(String verb, int page, int pages) {
        List<Outgoing.Button> row = new ArrayList<>();
        if (page > 0) {
            row.add(new Outgoing.Button("‹ 上一页", verb + ":" + (page - 1)));
        }
        if (page + 1 < pages) {
            row.add(new Outgoing.Button("下一页 ›", verb + ":" + (page + 1)));
        }
        return row.isEmpty() ? List.of() : List.of(row);
    }

    /** How many pages so many things take. */
    static int pages(int things, int onPage) {
        return Math.max(1, (things + onPage - 1) / onPage);
    }

    /** The number of a page as a button said it; the first or last when there is none such. */
    static int page(String number, int pages) {
        return Math.clamp(number(number).orElse(0), 0, pages - 1);
    }

    /** The number that a button said; none when that is no number from 0 to 99,999. */
    static OptionalInt number(String said) {
        return NUMBER.matcher(said).matches() ? OptionalInt.of(Integer.parseInt(said)) : OptionalInt.empty();
    }
}
