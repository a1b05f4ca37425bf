package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Work;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.LoggedQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keeper reads of what was asked. */
final class StatisticsTest {

    private final ChatRoom room;
    private final Say asker;
    private final Say admin;

    StatisticsTest(@TempDir Path folder) {
        room = new ChatRoom(folder);
        asker = Say.privately(room.clock, Say.ASKER);
        admin = Say.privately(room.clock, Say.ADMIN);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void unansweredQuestionsAreGroupedBySimilarity() {
        assertThat(tell("/unanswered")).isEqualTo("30 天里没有答不上的问题。");
        for (String question : List.of("驾照换法国的要交多少钱", "駕照換法國的要交多少錢", "驾照换法国的交多少钱", "哪里能学法语", "你好", "谢谢")) {
            asked(question, "unknown", question.length() < 4 ? "GREETING" : "NOT_KNOWN");
        }
        asked("哪里能学法语", "unknown", "NOT_KNOWN");
        asked("学生居留能网上申请吗", "listed", null);
        String told = tell("/unanswered");
        assertThat(told.lines()).hasSize(3);
        assertThat(told).startsWith("30 天里没答上的\n• 3 次　").contains("驾照换法国的", "（也这样问：", "\n• 2 次　哪里能学法语")
                .doesNotContain("你好");
    }

    @Test
    void whatIsAMonthOldIsNotCounted() {
        asked("驾照怎么换", "unknown", "NOT_KNOWN");
        room.clock.pass(Duration.ofDays(31));
        assertThat(tell("/unanswered")).isEqualTo("30 天里没有答不上的问题。");
    }

    @Test
    void aWeekByDayAndOutcome() {
        asked("旧的", "listed", null);
        room.clock.pass(Duration.ofDays(8));
        asked("学生居留能网上申请吗", "listed", null);
        asked("你好", "unknown", "GREETING");
        room.clock.pass(Duration.ofDays(1));
        asked("游客居留能网上申请吗", "listed", null);
        asked("驾照怎么换", "unknown", "NOT_KNOWN");
        assertThat(tell("/stats")).isEqualTo("""
                7 天里问了 4 次
                2026-11-18　2
                2026-11-19　2

                名单里有　2
                不知道　1
                聊天和看不懂的　1

                👍 0　👎 0""");
    }

    @Test
    void feedbackIsCounted() {
        List<Outgoing> answer = room.deliver(asker.text("学生居留能网上申请吗"));
        room.receive(asker.press(room.lastSent(), ChatRoom.button(answer, "👎")));
        assertThat(tell("/stats")).contains("7 天里问了 1 次").endsWith("👍 0　👎 1");
    }

    @Test
    void theStatusNamesTheEditionAndSinceWhenTheBotRuns() {
        room.clock.pass(Duration.ofHours(25).plusMinutes(3));
        assertThat(tell("/status")).startsWith("现在的版本（2026-11-10 13:00 建的）")
                .contains("• demande-en-ligne.md，截至 2024-07").containsPattern("已知问题 \\d+ 个")
                .endsWith("已运行 1 天 1 小时 3 分");
    }

    @Test
    void theStatusNamesWhatToCheckNext(@TempDir Path folder, @TempDir Path articles) throws IOException {
        Files.writeString(articles.resolve("a.md"), """
                ---
                title: 甲
                as_of: 2026-01
                ages: 手续
                ---
                ## 乙
                字。

                时效：有效至 2026 年 12 月

                ## 丙
                字。

                来源（2020 年 1 月）：丁

                ## 戊
                字。

                来源（2019 年 1 月）：丁
                """);
        try (Edition old = Edition.of(new LibraryReader(articles, null, room.clock).read(), ChatRoom.CONFIG, room.clock,
                false); ChatRoom other = new ChatRoom(folder.resolve("old"), old, articles, ChatRoom.CONFIG)) {
            other.log.add(new LoggedQuestion("丙怎么办", "section", null, "丙", 0.9, "web", other.clock.instant()));
            assertThat(ChatRoom.text(other.receive(admin.text("/status")))).contains("""
                    该核对的 3 段
                    • 「乙」有效至 2026-12，快到了
                    • 「丙」手续，2020-01，82 个月没有核对（24 个月就该核对），30 天里问了 1 次
                    • 「戊」手续，2019-01，94 个月没有核对（24 个月就该核对）
                    """);
        }
    }

    @Test
    void theStatusTellsWhoDecides(@TempDir Path folder, @TempDir Path articles) throws IOException {
        assertThat(tell("/status")).containsPattern("\n照段落自己的字判断：0 条问法只通到 \\d+ 段里的 0 段");
        Files.writeString(articles.resolve("a.md"), "---\ntitle: 甲\nas_of: 2026-01\n---\n\n## 乙\n\n字。\n");
        Files.createDirectory(articles.resolve("phrasings"));
        Files.writeString(articles.resolve("phrasings/a.jsonl"), """
                {"id": "1", "q": "乙是什么", "outcome": "section", "section": "乙"}
                """);
        try (Edition taught = Edition.of(new LibraryReader(articles, null, room.clock).read(), ChatRoom.CONFIG,
                room.clock, true);
                ChatRoom other = new ChatRoom(folder.resolve("other"), taught, articles, ChatRoom.CONFIG)) {
            assertThat(ChatRoom.text(other.receive(admin.text("/status"))))
                    .contains("\n照 1 条问法和段落自己的字判断：问法通到 1 段里的 1 段");
        }
        try (Edition ruled = Edition.of(new LibraryReader(articles, null, room.clock).read(), ChatRoom.CONFIG,
                room.clock, false);
                ChatRoom other = new ChatRoom(folder.resolve("third"), ruled, articles, ChatRoom.CONFIG)) {
            assertThat(ChatRoom.text(other.receive(admin.text("/status")))).contains("\n只按名单回答：模型关着");
        }
    }

    @Test
    void threeHundredUnansweredQuestionsAreGroupedWithLittleWork() throws Exception {
        for (int i = 0; i < 300; i++) {
            asked("第 " + i + " 区的驾照、医保和停车证该去哪里办理，请问有没有人知道", "unknown", "NOT_KNOWN");
        }
        assertThat(new Work(Duration.ofSeconds(20)).of(() -> tell("/unanswered")).lines()).hasSize(12).last()
                .isEqualTo("…还有 290 个");
    }

    private void asked(String question, String outcome, @Nullable String reason) {
        room.log.add(new LoggedQuestion(question, outcome, reason, null, 0.9, "telegram", room.clock.instant()));
    }

    private String tell(String command) {
        return ChatRoom.text(room.receive(admin.text(command)));
    }
}
