package fr.juliu.keep;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.ChatRoom;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.LoggedQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left to be answered, and what is not any longer. */
final class OpenQuestionsTest {

    private static final String STUDENTS = "学生居留能网上申请吗";
    private static final String COOKING = "红烧肉怎么做";

    private final Articles articles;
    private final ChatRoom room;
    private final KeeperFigures figures;

    OpenQuestionsTest(@TempDir Path folder) throws IOException {
        articles = new Articles(folder.resolve("articles"))
                .with("a.md", Articles.table("| 2023 年 4 月 | 学生 étudiant |\n"));
        room = new ChatRoom(folder, edition(), articles.folder(), ChatRoom.CONFIG);
        figures = new KeeperFigures(room.edition, room.log, room.feedback, room.clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whatIsAnsweredByNowIsLeftOut() {
        asked(STUDENTS, 3);
        asked(COOKING, 1);
        asked("鸬鹚检查在哪里做", 2);
        assertThat(first()).containsExactly("鸬鹚检查在哪里做", COOKING);

        articles.with("b.md", "---\ntitle: 鸬鹚\nas_of: 2026-11\n---\n\n## 鸬鹚检查在哪里做\n\n鸬鹚检查在港口做。\n");
        room.edition.publish(edition());
        assertThat(first()).containsExactly(COOKING);
        room.edition.rollback();
        assertThat(first()).containsExactly("鸬鹚检查在哪里做", COOKING);
    }

    @Test
    void whatIsAKnownQuestionIsLeftOut() {
        asked("红烧肉，怎么做？", 2);
        asked(COOKING, 1);
        assertThat(figures.unanswered().questions()).singleElement()
                .satisfies(question -> assertThat(question.times()).isEqualTo(3))
                .satisfies(question -> assertThat(question.wordings()).hasSize(2));
        articles.with("questions.jsonl",
                "{\"id\": \"k1\", \"q\": \"" + COOKING + "\", \"outcome\": \"out-of-scope\"}\n");
        room.edition.publish(edition());
        assertThat(first()).isEmpty();
    }

    @Test
    void allAreCountedHoweverMany() {
        room.database.transaction(() -> {
            for (int i = 0; i < 1_050; i++) {
                asked("第 " + i + " 种红烧肉怎么做", 1);
            }
            return true;
        });
        KeeperFigures.Unanswered open = figures.unanswered();
        assertThat(open.questions()).hasSize(1_000);
        assertThat(open.unread()).isEqualTo(50);
        assertThat(figures.unanswered()).isEqualTo(open).satisfies(
                again -> assertThat(again.questions()).as("kept, not asked again").isSameAs(open.questions()));
        asked("第 1 种红烧肉怎么做", 1);
        assertThat(figures.unanswered().questions().getFirst().times()).isEqualTo(2);
    }

    private Edition edition() {
        return Edition.of(new LibraryReader(articles.folder(), null, ChatRoom.FIXED).read(), ChatRoom.CONFIG,
                ChatRoom.FIXED, true);
    }

    private List<String> first() {
        return figures.unanswered().questions().stream().map(question -> question.wordings().getFirst()).toList();
    }

    private void asked(String question, int times) {
        for (int i = 0; i < times; i++) {
            room.log.add(new LoggedQuestion(question, "unknown", "NOT_KNOWN", null, 0.9, "telegram",
                    room.clock.instant()));
        }
    }
}
