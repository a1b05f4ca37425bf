package fr.juliu.web.page;

import fr.juliu.decide.Lookup;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.Permit;
import java.util.List;

/**
 * A permit that was found by one of its names.
 *
 * @param rows   what the list says of it
 * @param listed whether a list could name it: procedures stand on none
 * @param asOf   the month of the list, in words
 */
record FoundPermit(String chinese, String french, List<ListedPermit> rows, boolean listed, String asOf) {

    static List<FoundPermit> of(Lookup.Found found, Edition edition) {
        String asOf = Pages.asOf(edition.rolloutAsOf().orElse(null));
        return found.permits().stream()
                .map(named -> new FoundPermit(named.permit().chinese(), named.permit().french(),
                        named.rows().stream().map(row -> ListedPermit.of(row, edition)).toList(),
                        named.permit().kind() != Permit.Kind.PROCEDURE && !edition.rollout().isEmpty(), asOf))
                .toList();
    }
}
