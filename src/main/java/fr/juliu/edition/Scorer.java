package fr.juliu.edition;

import fr.juliu.knowledge.ExpectedRows;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.RolloutTable;
import fr.juliu.tell.AnswerDocument;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
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

    private final List<RolloutTable> tables;

    private Scorer(List<RolloutTable> tables) {
        this.tables = List.copyOf(tables);
    }

    /** For a library, whose tables tell what computed rows are. */
    public static Scorer of(Library library) {
        return new Scorer(library.articles().stream().flatMap(article -> article.sections().stream())
                .flatMap(section -> section.tables().stream()).toList());
    }

    /** Whether the answer is right. */
    public boolean isRight(KnownQuestion known, AnswerDocument answer) {
        if (!known.must().stream().allMatch(must -> squeeze(answer.text()).contains(squeeze(must)))) {
            return false;
        }
        return switch (known.outcome()) {
            case "listed" -> LISTS.contains(answer.outcome()) && datesAreTold(known, answer)
                    && rowsMatch(known, answer.rollout(), Scorer::isPermit);
            case "list" ->
                LISTS.contains(answer.outcome()) && rowsMatch(known, answer.rollout(), Scorer::isInRow);
            case "not-listed" -> answer.outcome().equals("not-listed") && answer.rollout().isEmpty();
            case "section" -> answer.outcome().equals("section") && isAccepted(known, answer);
            default -> isRefused(known, answer);
        };
    }

    /** The rows that a question expects of the tables, each {@code DATE CELL|PERMIT}. */
    public List<String> rows(KnownQuestion known) {
        return known.expectedRows() instanceof ExpectedRows.Named named
                ? named.rows()
                : known.expectedRows().in(tables).stream().map(entry -> entry.date() + "|" + entry.permit()).toList();
    }

    /** How the rows of an answer differ from those that a question expects. */
    RowDifference difference(KnownQuestion known, AnswerDocument answer) {
        List<String> expected = rows(known);
        BiPredicate<String, AnswerDocument.Rollout> matches = known.outcome().equals("list")
                ? Scorer::isInRow
                : Scorer::isPermit;
        return new RowDifference(
                expected.stream().filter(row -> answer.rollout().stream().noneMatch(fact -> matches.test(row, fact)))
                        .toList(),
                answer.rollout().stream().filter(fact -> expected.stream().noneMatch(row -> matches.test(row, fact)))
                        .map(fact -> fact.date() + "|" + fact.permit()).toList());
    }

    private boolean datesAreTold(KnownQuestion known, AnswerDocument answer) {
        return rows(known).stream().allMatch(row -> squeeze(answer.text()).contains(squeeze(date(row))));
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

    private boolean rowsMatch(KnownQuestion known, List<AnswerDocument.Rollout> rollout,
            BiPredicate<String, AnswerDocument.Rollout> matches) {
        ExpectedRows expected = known.expectedRows();
        return switch (expected) {
            case ExpectedRows.Named named ->
                named.rows().stream().allMatch(row -> rollout.stream().anyMatch(fact -> matches.test(row, fact)))
                        && rollout.stream()
                                .allMatch(fact -> named.rows().stream().anyMatch(row -> matches.test(row, fact)));
            case ExpectedRows.All all -> facts(rollout).size() == entries(all).size();
            case ExpectedRows.Except except -> facts(rollout).equals(entries(except)) && rollout.stream()
                    .noneMatch(fact -> squeeze(fact.permit()).contains(squeeze(except.permit())));
            case ExpectedRows.Newest newest -> facts(rollout).equals(entries(newest));
            case ExpectedRows.Oldest oldest -> facts(rollout).equals(entries(oldest));
            case ExpectedRows.Within within -> facts(rollout).equals(entries(within));
            case ExpectedRows.Group group -> facts(rollout).equals(entries(group));
        };
    }

    /** The rows that are told, by date and whole cell. */
    private static Set<String> facts(List<AnswerDocument.Rollout> rollout) {
        return rollout.stream().map(fact -> squeeze(fact.date()) + "|" + squeeze(fact.row()))
                .collect(Collectors.toSet());
    }

    private Set<String> entries(ExpectedRows expected) {
        return expected.in(tables).stream().map(entry -> squeeze(entry.date()) + "|" + squeeze(entry.row()))
                .collect(Collectors.toSet());
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
