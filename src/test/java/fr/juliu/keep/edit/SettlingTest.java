package fr.juliu.keep.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.juliu.keep.Articles;
import fr.juliu.keep.HandClock;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.Database;
import fr.juliu.store.LoggedQuestion;
import fr.juliu.store.QuestionLog;
import fr.juliu.store.SettledQuestion;
import fr.juliu.store.SettledQuestions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a question that nothing answers. */
final class SettlingTest {

    private static final String CAT = "怎么\"养\"猫";
    private static final String DOG = "怎么养狗, 养两只";

    private final HandClock clock = new HandClock();
    private final Database database;
    private final QuestionLog log;
    private final LibraryReader reader;
    private final Settling settling;

    SettlingTest(@TempDir Path home) {
        reader = new LibraryReader(new Articles(home.resolve("knowledge"))
                .with("a.md", Articles.HEAD.replace("as_of", "source: https://a.fr\nas_of") + "\n引言。\n\n## 甲\n\n第一段。\n")
                .folder(), null, clock);
        database = Database.sqlite(home.resolve("juliu.db"));
        log = new QuestionLog(database);
        settling = new Settling(new KnowledgeFolder(reader, clock), new SettledQuestions(database), clock);
        ask(CAT);
        ask(DOG);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void wordingsBecomePhrasingsOfTheirSectionOnce() {
        Settling.Target section = new Settling.Target.Section(new FileName("a.md"), "甲");
        assertThat(settling.teach(List.of(CAT, DOG), section)).isInstanceOf(Saving.Saved.class);
        assertThat(settling.teach(List.of(CAT), section)).isInstanceOf(Saving.Unchanged.class);
        settling.teach(List.of("第三种"), section);
        settling.teach(List.of("谁问这个"), new Settling.Target.Nothing());
        settling.teach(List.of("能网上办吗"), new Settling.Target.Table());
        Library library = reader.read();
        assertThat(library.problems()).isEmpty();
        assertThat(library.phrasings()).extracting(KnownQuestion::question)
                .containsExactly(CAT, DOG, "第三种", "谁问这个", "能网上办吗");
        assertThat(library.phrasings()).extracting(KnownQuestion::outcome).containsExactly("section", "section",
                "section", "out-of-scope", "listed");
        assertThat(library.phrasings().getFirst().section()).isEqualTo("甲");
    }

    @Test
    void whatIsTaughtIsOpenAgainWhenItIsAskedAgain() {
        settling.teach(List.of(CAT), new Settling.Target.Nothing());
        assertThat(open()).containsExactly(DOG);
        clock.pass(Duration.ofMinutes(1));
        ask(CAT);
        assertThat(open()).containsExactlyInAnyOrder(CAT, DOG);
    }

    @Test
    void whatIsDoneStaysDone() {
        settling.done(List.of(CAT, DOG));
        clock.pass(Duration.ofMinutes(1));
        ask(CAT);
        assertThat(open()).isEmpty();
        assertThat(settling.toWrite()).isEmpty();
    }

    @Test
    void anArticleToBeWrittenIsNotedUntilItIsDone() {
        settling.write(List.of(CAT, DOG), "猫的疫苗");
        assertThat(open()).isEmpty();
        assertThat(settling.toWrite()).extracting(SettledQuestion::question, SettledQuestion::note)
                .containsExactly(tuple(CAT, "猫的疫苗"));
        settling.done(List.of(CAT));
        assertThat(settling.toWrite()).isEmpty();
    }

    private List<String> open() {
        return log.unanswered(Instant.EPOCH).stream().map(QuestionLog.Asked::question).toList();
    }

    private void ask(String question) {
        log.add(new LoggedQuestion(question, "unknown", "NOT_KNOWN", null, 0.5, "web", clock.instant()));
    }
}
