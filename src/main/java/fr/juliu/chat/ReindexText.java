package fr.juliu.chat;

import fr.juliu.answer.EditionChange;
import fr.juliu.answer.RichText;
import fr.juliu.knowledge.Problem;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A report of reindexing as the admin reads it. */
final class ReindexText {

    private static final int MOST = 12;
    private static final double MILLIS = 1000;

    private ReindexText() {
    }

    static RichText of(Reindexing.Report report) {
        if (report.outcome() == Reindexing.Outcome.BUSY) {
            return RichText.of("另一次重建还没结束，请等一下再试。");
        }
        RichText.Builder text = RichText.builder().strong(verdict(report));
        text.plain("\n文章 " + report.articles() + " 篇，用时 "
                + String.format(Locale.ROOT, "%.1f", report.took().toMillis() / MILLIS) + " 秒");
        if (report.outcome() != Reindexing.Outcome.BROKEN) {
            text.plain("\n已知问题答对 " + report.right() + " / " + report.questions());
        }
        list(text, "文件里的问题", report.problems(), problem -> mark(problem) + problem);
        list(text, "本来答对、现在会答错", report.worse(),
                miss -> miss.question().id() + " " + miss.question().question() + "：应为 " + miss.question().outcome()
                        + "，得到 " + miss.answer().outcome());
        if (report.outcome() != Reindexing.Outcome.BROKEN) {
            changes(text, report.change());
        }
        return text.build();
    }

    private static String verdict(Reindexing.Report report) {
        return switch (report.outcome()) {
            case PUBLISHED -> "已发布新版。";
            case CHECKED -> report.isSound() ? "检查完了，可以发布（/reindex）。" : "检查完了，有问题，什么都没有发布。";
            case BROKEN -> "有文件读不了，没有发布，还用原来的版本。请改好再 /reindex";
            case WORSE -> "有本来答对的问题会答错，没有发布，还用原来的版本。确定要发布就 /reindex force";
            case BUSY -> "";
        };
    }

    private static void changes(RichText.Builder text, EditionChange change) {
        if (change.isEmpty()) {
            text.plain("\n\n内容没有变化。");
            return;
        }
        list(text, "名单：新增", change.entriesAdded(), Function.identity());
        list(text, "名单：删去", change.entriesRemoved(), Function.identity());
        list(text, "名单：改了日期", change.entriesChanged(), Function.identity());
        list(text, "段落：新增", change.sectionsAdded(), Function.identity());
        list(text, "段落：删去", change.sectionsRemoved(), Function.identity());
        list(text, "段落：改了", change.sectionsChanged(), Function.identity());
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
