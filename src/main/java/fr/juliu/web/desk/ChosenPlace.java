package fr.juliu.web.desk;

import fr.juliu.edition.Edition;
import fr.juliu.keep.KeeperFigures;
import fr.juliu.store.QuestionLog;
import java.util.stream.Stream;

/**
 * A question for which a second reader chose something else, and how the keeper makes a phrasing of it.
 *
 * @param said  what he chose, for a reader
 * @param local what is answered without him, for a reader
 * @param place the same choice as the form of an open question names it; empty where no form can
 */
record ChosenPlace(QuestionLog.Chosen chosen, String said, String local, String place) {

    static ChosenPlace of(QuestionLog.Chosen chosen, Edition edition) {
        String section = chosen.section();
        String place = switch (chosen.outcome()) {
            case "section" -> section == null ? "" : places(edition, section).findFirst().orElse("");
            case "listed", "list", "not-listed" -> "table";
            case "unknown" -> "none";
            default -> "";
        };
        return new ChosenPlace(chosen,
                chosen.outcome().equals("section") && section != null
                        ? section
                        : KeeperFigures.outcome(chosen.outcome()),
                named(chosen.local()), place);
    }

    /** A section as it is, an outcome in Chinese. */
    private static String named(String local) {
        return local.matches("[a-z-]+") ? KeeperFigures.outcome(local) : local;
    }

    private static Stream<String> places(Edition edition, String heading) {
        return edition.library().articles().stream().map(OpenPage.Contents::of)
                .flatMap(contents -> contents.places().stream()).filter(place -> place.section().equals(heading))
                .map(OpenPage.Place::word);
    }
}
