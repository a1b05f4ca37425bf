package fr.juliu.keep.watch;

/** A change of the rollout table, as a person would say it. */
public sealed interface ListedChange {

    /** A permit that was not listed. */
    record Added(ListedRows.Row row) implements ListedChange {
    }

    /** A permit that is listed no longer. */
    record Removed(ListedRows.Row row) implements ListedChange {
    }

    /** Another date, or a plan that came true. */
    record Changed(ListedRows.Row earlier, ListedRows.Row row) implements ListedChange {

        private String difference() {
            return earlier.planned() && !row.planned()
                    ? "：上线了，" + row.date() + "起可以网上办（原来是计划）"
                    : "：日期改为 " + row.date() + (row.planned() ? "（计划）" : "") + "，原来写 " + earlier.date();
        }
    }

    /** The row that it is about, as it stands or stood last. */
    ListedRows.Row row();

    /** The change in one line. */
    default String line() {
        return switch (this) {
            case Added added -> named(added.row()) + (added.row().planned()
                    ? "：计划 " + added.row().date() + "上线"
                    : "：可以网上办了，" + added.row().date() + "起");
            case Removed removed -> named(removed.row()) + "：名单里没有了（原来写 " + removed.row().date() + "起）";
            case Changed changed -> named(changed.row()) + changed.difference();
        };
    }

    private static String named(ListedRows.Row row) {
        return row.name() + (row.limits().isEmpty() ? "" : "（" + row.limits() + "）");
    }
}
