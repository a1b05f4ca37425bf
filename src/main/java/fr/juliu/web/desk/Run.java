package fr.juliu.web.desk;

import fr.juliu.keep.BackgroundReindexing;
import fr.juliu.keep.ChangeList;
import fr.juliu.keep.Reindexing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reindexing as the page shows it.
 *
 * @param running whether it goes on
 * @param steps   those done
 * @param verdict what came of it; null while it goes on
 * @param good    whether that is nothing to mend
 * @param at      when it began or ended
 * @param report  what it found; null while it goes on, and when it broke off
 * @param change  what it would change or changed
 */
record Run(String mode, boolean running, List<String> steps, @Nullable String verdict, boolean good, Instant at,
        Reindexing.@Nullable Report report, List<ChangeList> change) {

    /** The run of a state; null when there was none yet. */
    static @Nullable Run of(BackgroundReindexing.State state) {
        return switch (state) {
            case BackgroundReindexing.State.Idle idle -> null;
            case BackgroundReindexing.State.Running run -> new Run(name(run.mode()), true, run.steps(), null, true,
                    run.begun(), null, List.of());
            case BackgroundReindexing.State.Failed run -> new Run(name(run.mode()), false, run.steps(),
                    "没有做完，没有发布，还用原来的版本。日志里有原因。", false, run.begun(), null, List.of());
            case BackgroundReindexing.State.Ended run -> new Run(name(run.mode()), false, run.steps(),
                    verdict(run.report()), isGood(run.report()), run.at(), run.report(), run.report().changes());
        };
    }

    private static String name(Reindexing.Mode mode) {
        return switch (mode) {
            case CHECK -> "只检查";
            case PUBLISH -> "重建并发布";
            case HOLD -> "重建并发布，先不通知";
            case FORCE -> "强制发布";
        };
    }

    private static boolean isGood(Reindexing.Report report) {
        return switch (report.outcome()) {
            case PUBLISHED, UNCHANGED -> true;
            case CHECKED -> report.isSound();
            case NOT_PULLED, BROKEN, WORSE, LOST, BUSY -> false;
        };
    }

    /** What came of it, and which button is next. */
    private static String verdict(Reindexing.Report report) {
        String next = switch (report.outcome()) {
            case BROKEN -> "请改好再重建。";
            case WORSE, LOST -> "确定要发布，就按“强制发布”。";
            case PUBLISHED, CHECKED, UNCHANGED, NOT_PULLED, BUSY -> "";
        };
        return report.verdict() + next;
    }
}
