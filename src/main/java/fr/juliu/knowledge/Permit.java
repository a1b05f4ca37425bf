package fr.juliu.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A permit or procedure of the catalogue, whether any table lists it or not.
 *
 * @param id       its key in the catalogue
 * @param chinese  its usual Chinese name
 * @param french   its official French name
 * @param kind     whether a rollout table could list it
 * @param names    words and patterns that mean it wherever they stand
 * @param weak     words that mean it only when a question speaks of a permit
 * @param partOf   the permit that it is a sub-type of
 * @param includes the permits that it is an umbrella word for
 * @param see      procedures that help when it is not listed
 * @param confused permits that people mistake it for
 */
public record Permit(String id, String chinese, String french, Kind kind, List<String> names, List<String> weak,
        @Nullable String partOf, List<String> includes, List<String> see, List<String> confused) {

    /** Whether a rollout table could list it. */
    public enum Kind {
        /** A permit; rollout tables list such. */
        PERMIT,
        /** Something done to any card, whatever its type, such as a copy of a lost one; rollout tables list such. */
        SERVICE,
        /** A procedure that prose describes. */
        PROCEDURE
    }

    public Permit {
        if (id.isBlank() || chinese.isBlank()) {
            throw new IllegalArgumentException("a permit needs an id and a Chinese name (zh): '" + id + "'");
        }
        names = List.copyOf(names);
        weak = List.copyOf(weak);
        includes = List.copyOf(includes);
        see = List.copyOf(see);
        confused = List.copyOf(confused);
    }

    /** Both names, Chinese first. */
    public String display() {
        return french.isBlank() ? chinese : chinese + " " + french;
    }
}
