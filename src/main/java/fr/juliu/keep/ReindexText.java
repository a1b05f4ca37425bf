package fr.juliu.keep;

import fr.juliu.knowledge.Problem;
import fr.juliu.tell.RichText;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A report of reindexing as the admin reads it. */
public final class ReindexText {

    private static final int MOST = 12;
    private static final double MILLIS = 1000;

    private ReindexText() {
    }

    public static RichText of(Reindexing.Report report) {
        if (report.outcome() == Reindexing.Outcome.BUSY) {
            return RichText.of(report.verdict());
        }
        RichText.Builder text = RichText.builder().strong(verdict(report));
        text.plain("\n文章 " + report.articles() + " 篇，用时 "
                + String.format(Locale.ROOT, "%.1f", report.took().toMillis() / MILLIS) + " 秒");
        if (!report.git().isEmpty()) {
            text.plain("\n" + report.git());
        }
        if (report.isScored()) {
            text.plain("\n已知问题答对 " + report.right() + " / " + report.questions());
        }
        list(text, "文件里的问题", report.problems(), problem -> mark(problem) + problem.told());
        list(text, "本来答对、现在会答错", report.setbacks().worse(),
                MissText::line);
        list(text, "会丢掉的内容", report.setbacks().told(), Function.identity());
        if (report.isScored()) {
            changes(text, report.changes());
            watchers(text, report);
        }
        return text.build();
    }

    private static String verdict(Reindexing.Report report) {
        String next = switch (report.outcome()) {
            case CHECKED -> report.isSound() ? "要发布就 /reindex" : "";
            case BROKEN -> "请改好再 /reindex";
            case WORSE, LOST -> "确定要发布就 /reindex force";
            case PUBLISHED, UNCHANGED, NOT_PULLED, BUSY -> "";
        };
        return report.verdict() + next;
    }

    private static void changes(RichText.Builder text, List<ChangeList> changes) {
        if (changes.isEmpty()) {
            text.plain("\n\n内容没有变化。");
        }
        changes.forEach(change -> list(text, change.title(), change.items(), Function.identity()));
    }

    private static void watchers(RichText.Builder text, Reindexing.Report report) {
        if (report.watchers() > 0) {
            text.plain("\n\n" + switch (report.outcome()) {
                case PUBLISHED -> report.held()
                        ? "名单变了，关注的 " + report.watchers() + " 处先不通知。要发：/notices send，不发了：/notices drop。"
                        : "名单变了，正在通知关注的 " + report.watchers() + " 处（/notices 看还有多少没发）。";
                case CHECKED, WORSE, LOST -> "名单变了，发布后会通知关注的 " + report.watchers()
                        + " 处。想发布但先不通知，用 /reindex hold。";
                case UNCHANGED, BROKEN, BUSY, NOT_PULLED -> "";
            });
        }
    }

    private static <T> void list(RichText.Builder text, String title, List<T> things, Function<T, String> line) {
        if (things.isEmpty()) {
            return;
        }
        text.plain("\n\n").strong(title + "（" + things.size() + "）");
        things.stream().limit(MOST).forEach(thing -> text.plain("\n• " + line.apply(thing)));
        if (things.size() > MOST) {
            text.plain("\n…还有 " + (things.size() - MOST) + " 条");
        }
    }

    private static String mark(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR ? "" : "（提醒）";
    }
}
