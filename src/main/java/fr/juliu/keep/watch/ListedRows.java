package fr.juliu.keep.watch;

import fr.juliu.decide.NamedEntry;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.Permit;
import fr.juliu.knowledge.Qualifier;
import fr.juliu.store.Watch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the rollout table lists of a permit, or of all.
 *
 * @param rows by date; those that the catalogue knows as one permit under one condition have its name, however the
 *             table spells it
 */
public record ListedRows(List<Row> rows) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Comparator<Row> BY_DATE = Comparator.comparing(Row::since).thenComparing(Row::permit)
            .thenComparing(Row::limits);

    public ListedRows {
        rows = rows.stream().sorted(BY_DATE).toList();
    }

    /**
     * A permit that is listed.
     *
     * @param permit  its id in the catalogue
     * @param name    Chinese and French
     * @param date    as the table writes it, without spaces
     * @param since   its first month, such as 2024-07
     * @param limits  what limits it, such as 只有续; empty for nothing
     * @param planned whether it was still to come when the table was written
     */
    public record Row(String permit, String name, String date, String since, String limits, boolean planned) {

        /** Whether it is the same permit under the same condition. */
        boolean isSame(Row other) {
            return permit.equals(other.permit) && limits.equals(other.limits);
        }

        /** Whether it also says the same of it. */
        boolean says(Row other) {
            return isSame(other) && date.equals(other.date) && planned == other.planned;
        }
    }

    /** What an edition lists: of each permit of the catalogue and of the table, and of all. */
    public static Map<String, ListedRows> of(Edition edition) {
        List<Row> all = edition.rollout().stream().map(ListedRows::row).toList();
        Map<String, ListedRows> listed = new LinkedHashMap<>();
        edition.catalogue().all().forEach(permit -> listed.put(permit.id(), new ListedRows(of(all, permit))));
        all.forEach(row -> listed.computeIfAbsent(row.permit(),
                id -> new ListedRows(all.stream().filter(other -> other.permit().equals(id)).toList())));
        listed.put(Watch.ALL, new ListedRows(all));
        return listed;
    }

    /**
     * What was kept.
     *
     * @throws tools.jackson.core.JacksonException when it is no such thing
     */
    static ListedRows read(String state) {
        return JSON.readValue(state, ListedRows.class);
    }

    /** As it is kept. */
    String state() {
        return JSON.writeValueAsString(this);
    }

    /** What is different in a later one: a new date is a change, not a row lost and another won. */
    public List<ListedChange> changesTo(ListedRows later) {
        List<ListedChange> changes = new ArrayList<>();
        List<Row> gone = new ArrayList<>(rows);
        List<Row> come = new ArrayList<>(later.rows);
        come.removeIf(row -> take(gone, row::says).isPresent());
        for (Row row : come) {
            changes.add(take(gone, row::isSame).<ListedChange>map(old -> new ListedChange.Changed(old, row))
                    .orElseGet(() -> new ListedChange.Added(row)));
        }
        gone.forEach(row -> changes.add(new ListedChange.Removed(row)));
        return changes;
    }

    private static Optional<Row> take(List<Row> from, Predicate<Row> which) {
        Optional<Row> found = from.stream().filter(which).findFirst();
        found.ifPresent(from::remove);
        return found;
    }

    private static List<Row> of(List<Row> all, Permit permit) {
        return all.stream().filter(row -> row.permit().equals(permit.id()) || permit.includes().contains(row.permit()))
                .toList();
    }

    private static Row row(NamedEntry line) {
        return new Row(line.permit().id(), line.permit().display(), line.entry().date().replaceAll("\\s+", ""),
                line.entry().since().toString(), limits(line), line.planned());
    }

    private static String limits(NamedEntry line) {
        List<String> limits = new ArrayList<>();
        for (Qualifier qualifier : new TreeSet<>(line.entry().qualifiers())) {
            switch (qualifier) {
                case RENEWAL -> limits.add("只有续");
                case FIRST -> limits.add("只有首次");
            }
        }
        return String.join("、", limits);
    }
}
