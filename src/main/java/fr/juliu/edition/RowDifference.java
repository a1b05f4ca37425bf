package fr.juliu.edition;

import java.util.List;

/**
 * How the rows that an answer asserts differ from those expected, each {@code DATE CELL|PERMIT}.
 *
 * @param missing expected and not asserted
 * @param extra   asserted and not expected
 */
public record RowDifference(List<String> missing, List<String> extra) {

    public RowDifference {
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
    }

    /** Whether the rows are those expected. */
    public boolean isEmpty() {
        return missing.isEmpty() && extra.isEmpty();
    }
}
