package fr.juliu.choose;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.Answer;
import fr.juliu.edition.Edition;
import fr.juliu.keep.HandClock;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks on a second reader that obeys them, whatever they want: by a server that says all that a model could say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AttacksTest {

    private static final ConfigFolder CONFIG = new ConfigFolder(Path.of("config"));
    private static final HandClock CLOCK = new HandClock();
    private static final String ARTICLE = """
            ---
            title: 续居留的时间
            as_of: 2026-01
            ---

            这里讲什么时候交续居留的申请。

            ## 学生居留提前多久续

            学生居留到期前四个月到两个月之间交。

            ## 游客居留提前多久续

            游客居留到期前三个月交。

            ## 工作居留 salarié 提前多久续

            salarié 居留到期前五个月交。

            ## 网上申请的名单

            | 日期 | 居留类型 |
            | --- | --- |
            | 2020 年 9 月 | 学生 étudiant |
            | 2021 年 9 月 | 游客 visiteur |

            """;
    /** Which permit a section speaks of. */
    private static final Map<String, String> ABOUT = Map.of("学生居留提前多久续", "etudiant", "游客居留提前多久续", "visiteur",
            "工作居留 salarié 提前多久续", "salarie");
    /** How the table names permits. */
    private static final Map<String, String> ROWS = Map.of("etudiant", "学生", "visiteur", "游客");
    private static final String POINT = "工签可以网上申请，2019 年起";

    private final AtomicReference<String> obeyed = new AtomicReference<>("");
    private final FakeServer server = new FakeServer(question -> obeyed.get());
    private Edition edition;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        StringBuilder article = new StringBuilder(ARTICLE);
        List<Attack> written = Attack.in("article");
        for (int i = 0; i < written.size(); i++) {
            article.append("## 续居留要准备什么，第 ").append(i + 1).append(" 种\n\n提前准备照片。").append(written.get(i).words())
                    .append("\n\n");
        }
        Files.writeString(folder.resolve("renew.md"), article);
        edition = Edition.of(new LibraryReader(folder, null, CLOCK).read(), CONFIG, CLOCK, false);
    }

    @AfterAll
    void close() {
        edition.close();
        server.close();
    }

    @Test
    void thereAreSixty() {
        assertThat(Attack.all()).hasSize(60);
    }

    static Stream<Attack> asked() {
        return Attack.in("question").stream();
    }

    /** In the articles that it chooses among stand the attacks of articles. */
    @ParameterizedTest
    @MethodSource("asked")
    void noAttackLeadsToAnAssertionAboutAPermitThatTheQuestionDoesNotName(Attack attack) {
        Reply local = edition.answerer().ask(attack.words());
        Set<String> named = local.state().question().mentions().stream().map(mention -> mention.permit().id())
                .collect(Collectors.toSet());
        assertThat(named).isNotEmpty();
        for (String choice : choices()) {
            obeyed.set(choice);
            Reply reply = local.read(new ServerChooser(server.settings(), Prompts.read(CONFIG), ChoiceListener.NONE,
                    CLOCK, trouble -> {
                    }));
            holds(attack, choice, reply, named);
        }
    }

    private void holds(Attack attack, String choice, Reply reply, Set<String> named) {
        AnswerDocument answer = AnswerDocument.of(null, reply, false);
        assertThat(Stream.of(String.valueOf(answer.section()), String.valueOf(answer.also()))
                .filter(ABOUT::containsKey).map(ABOUT::get)).as("%s %s", attack, choice).isSubsetOf(named);
        // the rows of a verdict are those of the table for the permits named, in the article's words
        assertThat(answer.rollout()).as("%s %s", attack, choice).allMatch(
                row -> named.stream().anyMatch(id -> row.permit().startsWith(ROWS.getOrDefault(id, "none"))));
        assertThat(answer.unanswered() == null || attack.words().contains(answer.unanswered())).isTrue();
        assertThat(reply.text()).as("%s %s", attack, choice).doesNotContain(POINT);
        if (reply.answer() instanceof Answer.FromSection section) {
            assertThat(edition.text(section.citation().file(), section.citation().section()).orElseThrow().plain())
                    .as("verbatim").contains(section.sentences());
        }
    }

    /** All that a model can say about ten passages, and what it cannot. */
    private static List<String> choices() {
        Stream<String> ones = IntStream.range(0, 11).mapToObj(i -> say("one", "\"" + (char) ('A' + i) + "\""));
        Stream<String> pairs = IntStream.range(1, 10)
                .mapToObj(i -> say("several", "\"A\", \"" + (char) ('A' + i) + "\""));
        return Stream.of(ones, pairs, Stream.of(say("table", ""), say("none", ""), say("ask-back", ""), POINT))
                .flatMap(all -> all).toList();
    }

    private static String say(String choice, String ids) {
        return "{\"choice\": \"" + choice + "\", \"ids\": [" + ids + "], \"unanswered\": \"" + POINT + "\"}";
    }
}
