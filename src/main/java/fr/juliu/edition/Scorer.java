package fr.juliu.edition;

import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.tell.AnswerDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Judges answers to known questions: an answer is right when what the reader reads would be right.
 *
 * <p>Listed needs exactly the permits expected, each date told in the text; not-listed asserts no permit; a section must
 * be one of those accepted; a list holds exactly the rows expected; out of scope must be refused (junk may also be asked
 * back). Every text in {@code must} has to stand in the reply.
 */
public final class Scorer {

    private static final Set<String> LISTS = Set.of("listed", "list");

    private final int tableRows;

    /** For a library whose tables have that many rows, which is what {@code *} stands for. */
    public Scorer(int tableRows) {
        this.tableRows = tableRows;
    }

    /** Whether the answer is right. */
    public boolean isRight(KnownQuestion known, AnswerDocument answer) {
        if (!known.must().stream().allMatch(must -> squeeze(answer.text()).contains(squeeze(must)))) {
            return false;
        }
        return switch (known.outcome()) {
            case "listed" -> LISTS.contains(answer.outcome()) && datesAreTold(known, answer)
                    && rowsMatch(known.rows(), answer.rollout(), Scorer::isPermit);
            case "list" ->
                LISTS.contains(answer.outcome()) && rowsMatch(known.rows(), answer.rollout(), Scorer::isInRow);
            case "not-listed" -> answer.outcome().equals("not-listed") && answer.rollout().isEmpty();
            case "section" -> answer.outcome().equals("section") && isAccepted(known, answer);
            default -> isRefused(known, answer);
        };
    }

    private static boolean datesAreTold(KnownQuestion known, AnswerDocument answer) {
        return known.rows().stream().allMatch(row -> squeeze(answer.text()).contains(squeeze(date(row))));
    }

    private static boolean isAccepted(KnownQuestion known, AnswerDocument answer) {
        List<String> accepted = known.sectionAny();
        String section = answer.section();
        return section != null && (accepted.isEmpty() ? section.equals(known.section()) : accepted.contains(section));
    }

    private static boolean isRefused(KnownQuestion known, AnswerDocument answer) {
        return switch (answer.outcome()) {
            case "clarify" -> known.kind().equals("injection");
            case "section" -> answer.section() != null && known.sectionAny().contains(answer.section());
            default -> answer.outcome().equals("unknown");
        };
    }

    private boolean rowsMatch(List<String> expected, List<AnswerDocument.Rollout> rollout,
            BiPredicate<String, AnswerDocument.Rollout> matches) {
        if (expected.equals(List.of("*"))) {
            Set<String> rows = new HashSet<>();
            rollout.forEach(fact -> rows.add(squeeze(fact.date()) + "|" + squeeze(fact.row())));
            return rows.size() == tableRows;
        }
        return expected.stream().allMatch(row -> rollout.stream().anyMatch(fact -> matches.test(row, fact)))
                && rollout.stream().allMatch(fact -> expected.stream().anyMatch(row -> matches.test(row, fact)));
    }

    private static boolean isInRow(String expected, AnswerDocument.Rollout fact) {
        return squeeze(date(expected)).equals(squeeze(fact.date()))
                && squeeze(fact.row()).contains(squeeze(permit(expected)));
    }

    private static boolean isPermit(String expected, AnswerDocument.Rollout fact) {
        boolean alone = fact.row().chars().noneMatch(c -> "、,，".indexOf(c) >= 0);
        return squeeze(date(expected)).equals(squeeze(fact.date()))
                && squeeze(alone ? fact.row() : fact.permit()).contains(squeeze(permit(expected)));
    }

    private static String date(String row) {
        return row.contains("|") ? row.substring(0, row.indexOf('|')) : row;
    }

    private static String permit(String row) {
        return row.substring(row.indexOf('|') + 1);
    }

    private static String squeeze(@Nullable String text) {
        return text == null ? "" : text.replace("*", "").replaceAll("[\\s\u00A0\u3000]+", "");
    }
}
