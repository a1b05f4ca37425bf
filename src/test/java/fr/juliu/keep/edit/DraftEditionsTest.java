package fr.juliu.keep.edit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.Answer;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.Articles;
import fr.juliu.keep.HandClock;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would be answered from a text that is not saved. */
final class DraftEditionsTest {

    private static final String COOK = "学生居留能网上申请吗";
    private static final String TEXT = Articles.table("| 2023 年 6 月 | 游客 visiteur |\n");

    private final Articles articles;
    private final CurrentEdition current;
    private final DraftEditions drafts;

    DraftEditionsTest(@TempDir Path home) {
        HandClock clock = new HandClock();
        ConfigFolder config = new ConfigFolder(Path.of("config"));
        articles = new Articles(home.resolve("knowledge")).with("a.md", TEXT);
        LibraryReader reader = new LibraryReader(articles.folder(), null, clock);
        current = new CurrentEdition(Edition.of(reader.read(), config, clock, false));
        drafts = new DraftEditions(reader, config, current, clock);
    }

    @Test
    void aDraftAnswersAndThePublishedEditionStaysAsItIs() {
        Edition before = current.get();
        String with = TEXT + "| 2023 年 4 月 | 学生 étudiant |\n";
        assertThat(ask(with)).isInstanceOf(Answer.Listed.class);
        assertThat(ask(TEXT)).isInstanceOf(Answer.NotListed.class);
        assertThat(current.get()).isSameAs(before);
        articles.with("b.md", with.replace("# 名单", "# 另一张"));
        assertThat(ask(TEXT)).as("what is saved and not published counts").isInstanceOf(Answer.Listed.class);
    }

    @Test
    void aBrokenDraftSaysWhatIsWrong() {
        assertThat(drafts.ask(DraftEditions.Draft.of(new FileName("a.md"), TEXT.replace("年 6 月", "夏天")), List.of(COOK),
                Duration.ZERO))
                .isInstanceOfSatisfying(DraftEditions.Asked.Broken.class,
                        broken -> assertThat(broken.problems()).singleElement()
                                .satisfies(problem -> assertThat(problem.chinese()).contains("不是日期")));
    }

    private Answer ask(String text) {
        DraftEditions.Asked asked = drafts.ask(DraftEditions.Draft.of(new FileName("a.md"), text), List.of(COOK),
                Duration.ZERO);
        assertThat(asked).isInstanceOf(DraftEditions.Asked.Answers.class);
        return ((DraftEditions.Asked.Answers) asked).replies().getFirst().answer();
    }
}
