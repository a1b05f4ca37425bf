package fr.juliu.edition;

import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.RolloutEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the rows of rollout tables changed, each {@code DATE CELL|PERMIT}. A known question that names rows may be right
 * before and wrong after without anybody's mistake: then the rows that it should name now are proposed.
 */
public record TableChange(Set<String> added, Set<String> removed) {

    public TableChange {
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
    }

    /** The change from some rows to others. */
    public static TableChange between(List<String> before, List<String> after) {
        Set<String> added = new HashSet<>(after);
        before.forEach(added::remove);
        Set<String> removed = new HashSet<>(before);
        after.forEach(removed::remove);
        return new TableChange(added, removed);
    }

    /** The rows of all tables of a library. */
    public static List<String> rows(Library library) {
        return library.articles().stream().flatMap(article -> article.sections().stream())
                .flatMap(section -> section.tables().stream()).flatMap(table -> table.entries().stream())
                .map(TableChange::row).toList();
    }

    /** The rows that a question should name from now on; empty where its miss is not this change's doing. */
    public Optional<List<String>> proposal(Scorecard.Miss miss) {
        boolean explained = !miss.question().rows().isEmpty() && !miss.answer().rollout().isEmpty()
                && explains(miss.difference(), miss.question().outcome().equals("list"));
        return explained
                ? Optional.of(miss.answer().rollout().stream().map(fact -> fact.date() + "|" + fact.permit())
                        .distinct().toList())
                : Optional.empty();
    }

    /** A row that came or went takes another one's place in a list, such as that of the newest. */
    private boolean explains(RowDifference rows, boolean list) {
        boolean came = added.containsAll(rows.extra());
        boolean went = rows.missing().stream().allMatch(row -> removed.stream().anyMatch(old -> names(row, old)));
        boolean whole = came && went && !rows.isEmpty();
        boolean part = (came && !rows.extra().isEmpty()) || (went && !rows.missing().isEmpty());
        return whole || (list && part);
    }

    private static String row(RolloutEntry entry) {
        return entry.date() + "|" + entry.permit();
    }

    /** Whether a row that a question names is one of the tables'. */
    private static boolean names(String named, String row) {
        int bar = named.indexOf('|');
        return bar > 0 && row.startsWith(named.substring(0, bar) + "|")
                && row.substring(bar + 1).contains(named.substring(bar + 1));
    }
}
