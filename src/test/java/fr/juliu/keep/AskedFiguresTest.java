package fr.juliu.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.juliu.chat.ChatRoom;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.Feedback;
import fr.juliu.store.LoggedQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much was asked, by what is chosen. */
final class AskedFiguresTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);

    private final ChatRoom room;
    private final AskedFigures figures;

    AskedFiguresTest(@TempDir Path folder) throws IOException {
        Articles articles = new Articles(folder.resolve("articles"))
                .with("a.md", Articles.table("| 2023 年 4 月 | 学生 étudiant |\n"))
                .with("b.md", "---\ntitle: 鸬鹚\nas_of: 2026-11\n---\n\n## 鸬鹚检查\n\n- **去哪里？** 港口。\n");
        room = new ChatRoom(folder, Edition.of(new LibraryReader(articles.folder(), null, ChatRoom.FIXED).read(),
                ChatRoom.CONFIG, ChatRoom.FIXED, false), articles.folder(), ChatRoom.CONFIG);
        figures = new AskedFigures(room.edition, room.log, room.feedback, room.clock);
    }

    @BeforeEach
    void ask() {
        asked("2026-11-08T22:59:59Z", "web", "section", null, "鸬鹚检查");
        asked("2026-11-08T23:00:00Z", "web", "section", null, "鸬鹚检查");
        asked("2026-11-09T10:00:00Z", "web", "section", null, "去哪里？");
        asked("2026-11-09T11:00:00Z", "telegram", "section", null, "早就改掉的");
        asked("2026-11-09T22:59:59Z", "telegram", "unknown", "NOT_KNOWN", null);
        asked("2026-11-09T12:00:00Z", "wechat", "unknown", "GREETING", null);
        asked("2026-11-09T23:00:00Z", "web", "listed", null, "名单");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aDayIsOneInFrance() {
        AskedReport report = figures.report(choice("", "", ""));
        assertThat(report.days()).containsExactly(new AskedReport.Day(MONDAY, 3, 1, 1));
        assertThat(report.topics()).isEqualTo(Map.of("鸬鹚", 2, "已经改掉的段落", 1, AskedFigures.NO_TOPIC, 2));
        assertThat(report.outcomes()).isEqualTo(Map.of("文章段落", 3, "不知道", 1, "聊天和看不懂的", 1));
        assertThat(report.messengers()).isEqualTo(Map.of("web", 2, "telegram", 2, "wechat", 1));
        assertThat(figures.report(new AskedFigures.Choice(MONDAY.minusDays(1), MONDAY.plusDays(1), "", "", "")).days())
                .extracting(AskedReport.Day::all).containsExactly(1, 5, 1);
    }

    @Test
    void whatIsChosenIsCountedAlone() {
        assertThat(figures.report(choice("telegram", "", "")).all()).isEqualTo(2);
        assertThat(figures.report(choice("", "鸬鹚", "")).lines()).singleElement()
                .isEqualTo(new AskedLine(MONDAY, "web", "鸬鹚", "文章段落", AskedLine.Kind.ANSWERED, 2));
        assertThat(figures.report(choice("telegram", AskedFigures.NO_TOPIC, "不知道")).unanswered()).isEqualTo(1);
        assertThat(figures.report(choice("wechat", "鸬鹚", "")).all()).isZero();
        assertThat(figures.topicNames()).contains("鸬鹚").endsWith(AskedFigures.NO_TOPIC);
        assertThat(AskedFigures.outcomeNames()).contains("不知道", "聊天和看不懂的").doesNotHaveDuplicates();
    }

    @Test
    void wordsOfReadersAreThoseOfThePeriodAndTopic() {
        judged("2026-11-08T22:00:00Z", true, "鸬鹚检查");
        judged("2026-11-09T09:00:00Z", true, "鸬鹚检查");
        judged("2026-11-09T09:00:01Z", false, "名单");
        assertThat(figures.report(choice("", "", "")).judged()).isEqualTo(new Judged(1, 1));
        assertThat(figures.report(choice("", "鸬鹚", "")).judged()).isEqualTo(new Judged(1, 0));
        assertThat(figures.report(choice("web", "", "")).judged()).as("not known of one messenger").isNull();
    }

    @Test
    void aPeriodDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new AskedFigures.Choice(MONDAY, MONDAY.minusDays(1), "", "", ""))
                .hasMessageContaining("2026-11-08");
    }

    private static AskedFigures.Choice choice(String messenger, String topic, String outcome) {
        return new AskedFigures.Choice(MONDAY, MONDAY, messenger, topic, outcome);
    }

    private void asked(String at, String messenger, String outcome, @Nullable String reason,
            @Nullable String section) {
        room.log.add(new LoggedQuestion("问题", outcome, reason, section, 0.9, messenger, Instant.parse(at)));
    }

    private void judged(String at, boolean useful, String section) {
        room.feedback.give(new Feedback("问题", "section", section, useful, null, Instant.parse(at)), at, "web:1");
    }
}
