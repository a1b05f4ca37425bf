package fr.juliu.cli;

import fr.juliu.edition.Scorecard;
import fr.juliu.knowledge.KnownQuestion;
import java.util.List;
import java.util.stream.Stream;

/**
 * The known questions that are not answered as they expect, by what is to be done about each.
 *
 * @param isEarlierKnown whether anything is known of the answers before; if not, all that fail are {@code fresh}
 * @param proposals      those that fail by a change of the table alone, and what they should expect now
 * @param broken         those that were answered rightly before
 * @param fresh          those that nobody asked before, or that expect another answer now
 * @param old            those that failed before
 */
record Misses(boolean isEarlierKnown, List<Proposal> proposals, List<Scorecard.Miss> broken,
        List<Scorecard.Miss> fresh, List<Scorecard.Miss> old) {

    /** A question, and the rows that it should name from now on. */
    record Proposal(KnownQuestion question, List<String> rows) {

        Proposal {
            rows = List.copyOf(rows);
        }
    }

    Misses {
        proposals = List.copyOf(proposals);
        broken = List.copyOf(broken);
        fresh = List.copyOf(fresh);
        old = List.copyOf(old);
    }

    /** Those that fail, whenever they began to. */
    List<Scorecard.Miss> wrong() {
        return Stream.of(broken, fresh, old).flatMap(List::stream).toList();
    }
}
