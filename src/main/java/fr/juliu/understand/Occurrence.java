package fr.juliu.understand;

/**
 * A word or pattern found in a folded text.
 *
 * @param start   where it starts
 * @param end     where it ends, exclusive
 * @param letters how many letters of it were told by the pattern itself, gaps left out
 * @param gapped  whether it is a pattern with a gap
 */
public record Occurrence(int start, int end, Tag tag, int letters, boolean gapped) {

    boolean overlaps(Occurrence other) {
        return start < other.end && other.start < end;
    }

    boolean within(Occurrence other) {
        return other.start <= start && end <= other.end;
    }
}
