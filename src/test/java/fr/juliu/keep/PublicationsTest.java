package fr.juliu.keep;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.ChatRoom;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.edition.EditionChange;
import fr.juliu.keep.watch.Watchers;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.store.Database;
import fr.juliu.store.EditionHistory;
import fr.juliu.store.Replicas;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers are told of editions, from one start of the app to the next and by several of it. */
final class PublicationsTest {

    private static final String APRIL = Articles.table("| 2023 年 4 月 | 学生 étudiant |\n");
    private static final String MAY = APRIL.replace("4 月", "5 月");

    private final HandClock clock = new HandClock();
    private final Articles articles;
    private final Database database;

    PublicationsTest(@TempDir Path folder) {
        articles = new Articles(folder.resolve("articles")).with("a.md", APRIL).with("b.md",
                "---\ntitle: 别的事\n---\n# 费用\n\n75 欧。\n\n# 地址\n\n巴黎。\n");
        database = Database.sqlite(folder.resolve("data/juliu.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aStartWithoutAChangeTellsNothing() {
        Publications.Told first = started().last().orElseThrow();
        clock.pass(Duration.ofDays(1));
        articles.with("questions.jsonl", Articles.known("k1", "学生居留能网上申请吗", "2023 年 4 月", "学生"));
        Publications again = started();
        assertThat(again.latest()).isEmpty();
        assertThat(again.last()).contains(first);
    }

    @Test
    void whatChangedWhileTheAppWasOffIsToldAtItsStartAndStays() {
        started();
        articles.with("a.md", MAY);
        Publications.Publication told = started().latest().getFirst();
        assertThat(told.change().entriesChanged()).containsExactly("学生 étudiant: 2023 年 4 月 -> 2023 年 5 月");
        assertThat(told.back()).isFalse();
        clock.pass(Duration.ofDays(1));
        assertThat(started().latest()).containsExactly(told);
    }

    @Test
    void anArticleThatIsGoneKeepsItsTitle() {
        started();
        articles.without("b.md");
        EditionChange change = started().latest().getFirst().change();
        assertThat(change.articlesRemoved()).containsExactly("b.md");
        assertThat(change.titles()).containsEntry("b.md", "别的事");
        assertThat(change.sectionsRemoved()).containsExactly("b.md > 费用", "b.md > 地址");
    }

    @Test
    void aBrokenFileAtTheStartIsNoArticleThatIsGone() {
        articles.with("b.md", "---\ntitle: [未完\n---\n");
        assertThat(started().last()).isEmpty();
        articles.with("b.md", "---\ntitle: 别的事\n---\n# 费用\n\n75 欧。\n");
        started();
        articles.with("b.md", "---\ntitle: [未完\n---\n");
        assertThat(started().latest()).isEmpty();
    }

    @Test
    void anIdTellsWhichEditionTookThePlaceOfWhich() {
        Publications publications = started();
        Edition april = read();
        articles.with("a.md", MAY);
        publications.tell(read(), Publications.Manner.FORTH, null);
        String there = publications.latest().getFirst().id();
        publications.tell(april, Publications.Manner.BACK, null);
        assertThat(publications.latest().getFirst().back()).isTrue();
        assertThat(publications.latest().getFirst().id()).isNotEqualTo(there);
        publications.tell(read(), Publications.Manner.FORTH, null);
        assertThat(publications.latest()).hasSize(2).first().extracting(Publications.Publication::id)
                .isEqualTo(there);
    }

    @Test
    void whatAnotherVersionWroteIsNotToldAndHoldsNothingUp() {
        EditionHistory history = new EditionHistory(database, clock);
        history.begin("other", "{\"articles\": 1}");
        history.follow("other", "newer", "{\"x\": []}", "[]", false);
        Publications publications = started();
        assertThat(publications.latest()).isEmpty();
        articles.with("a.md", MAY);
        publications.tell(read(), Publications.Manner.FORTH, null);
        assertThat(publications.latest()).hasSize(1);
    }

    private Publications started() {
        Publications publications = new Publications(new EditionHistory(database, clock),
                Watchers.of(database, new CurrentEdition(read()), clock),
                new Replicas(database, clock));
        publications.start(read());
        return publications;
    }

    private Edition read() {
        return Edition.of(new LibraryReader(articles.folder(), null, clock).read(), ChatRoom.CONFIG, clock, false);
    }
}
