package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.decide.Answer;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.tell.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How editions follow each other. */
@Order(1)
final class EditionTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.offset(CLOCK, Duration.ofDays(1));
    private static final ConfigFolder CONFIG = new ConfigFolder(Path.of("config"));
    private static final String FOX = "养狐狸要不要居留";

    @Test
    void theNextAnswersFromTheNewerLibraryAndTheOldFromItsOwn(@TempDir Path folder) throws IOException {
        try (Edition old = edition(true); Edition next = old.next(newer(folder), CONFIG, LATER)) {
            assertThat(next.answerer().ask(FOX).answer()).isInstanceOf(Answer.FromSection.class);
            assertThat(old.answerer().ask(FOX).answer()).isInstanceOf(Answer.Unknown.class);
            assertThat(next.made()).isEqualTo(LATER.instant());
            assertThat(old.made()).isEqualTo(CLOCK.instant());
            assertThat(next.id()).isNotEqualTo(old.id());
            assertThat(old.next(old.library(), CONFIG, LATER).id()).isEqualTo(old.id());
        }
    }

    @Test
    void theNextHasAModelWhenTheOldHad(@TempDir Path folder, @TempDir Path another) throws IOException {
        try (Edition old = edition(false); Edition next = old.next(newer(folder), CONFIG, LATER)) {
            assertThat(next.vectors()).isNull();
        }
        try (Edition old = edition(true); Edition next = old.next(newer(another), CONFIG, LATER)) {
            assertThat(next.vectors()).isNotNull();
        }
    }

    /** Editions share a model: it is closed with the one, under the other. */
    @Test
    void whereTheModelFailsWordsAnswer() {
        List<String> trouble = new ArrayList<>();
        Library library = read(Path.of("knowledge"));
        try (Edition first = Edition.of(library, CONFIG, CLOCK, new ModelUse(true, null, null, trouble::add));
                Edition next = first.next(library, CONFIG, CLOCK);
                Edition byWords = Edition.of(library, CONFIG, CLOCK, false)) {
            Reply table = next.answerer().ask("学生居留能网上申请吗");
            assertThat(next.answerer().ask("学生一年能打工多少小时").explanation().get().judged()).isNotNull();
            assertThat(next.model()).isEqualTo(new ModelCondition(ModelCondition.State.WORKS, "", 0));

            first.close();

            for (String question : List.of("换工作要重新办工作许可吗", "打工小时数没用完能攒到下一年吗", "办护照要缴多少印花税")) {
                Reply reply = next.answerer().ask(question);
                Reply expected = byWords.answerer().ask(question);
                assertThat(reply.digest()).isEqualTo(expected.digest());
                assertThat(reply.explanation().get()).isEqualTo(expected.explanation().get());
            }
            assertThat(next.answerer().ask("那续签呢", table.state()).digest())
                    .isEqualTo(byWords.answerer().ask("那续签呢", table.state()).digest());
            assertThat(next.answerer().likeness("打工多少小时", "能工作多久"))
                    .isEqualTo(byWords.answerer().likeness("打工多少小时", "能工作多久"));
            assertThat(next.answerer().grouped(List.of("工签换雇主", "换老板了"))).isNotEmpty();
            next.warmUp();
            assertThat(next.model().state()).isEqualTo(ModelCondition.State.FAILS);
            assertThat(next.model().failures()).isGreaterThan(3);
            assertThat(trouble).singleElement().asString().contains("The model of sentences failed", "Restart");
        }
    }

    private static Edition edition(boolean model) {
        return Edition.of(read(FirstArticle.folder()), CONFIG, CLOCK, model);
    }

    /** The first article with one more beside it. */
    private static Library newer(Path folder) throws IOException {
        Files.copy(FirstArticle.folder().resolve("demande-en-ligne.md"), folder.resolve("demande-en-ligne.md"));
        Files.writeString(folder.resolve("renard.md"),
                "---\ntitle: 养狐狸\nas_of: 2026-10\n---\n\n## 养狐狸要不要居留\n\n养狐狸不要居留。\n");
        return read(folder);
    }

    private static Library read(Path folder) {
        return new LibraryReader(folder, null, CLOCK).read();
    }
}
