package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.NamedEntry;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.Articles;
import fr.juliu.knowledge.LibraryReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PicturesTest {

    @Test
    void aPictureIsDrawnOncePerEdition(@TempDir Path folder) {
        CurrentEdition current = new CurrentEdition(ChatRoom.EDITION);
        Pictures pictures = new Pictures(current);
        List<byte[]> drawn = IntStream.range(0, 16).parallel()
                .mapToObj(n -> pictures.find(Picture.TIMELINE).orElseThrow().bytes()).toList();
        byte[] first = drawn.getFirst();
        assertThat(drawn).allSatisfy(bytes -> assertThat(bytes).isSameAs(first));
        assertThat(first).hasSizeLessThan(300_000);
        assertThat(pictures.find(Picture.TIMELINE_DARK).orElseThrow().bytes()).isNotEqualTo(first);
        current.publish(edition(folder, "| 2026 年 1 月 | 火星 martien |\n"));
        assertThat(pictures.find(Picture.TIMELINE).orElseThrow().bytes()).isNotEqualTo(first);
        current.rollback();
        assertThat(pictures.find(Picture.TIMELINE).orElseThrow().edition()).isEqualTo(ChatRoom.EDITION.id());
    }

    @Test
    void withoutATableThereIsNone(@TempDir Path folder) {
        new Articles(folder).with("a.md", Articles.HEAD + "\n# 网站\n\n这里没有表。\n");
        Pictures pictures = new Pictures(new CurrentEdition(read(folder)));
        assertThat(pictures.has(Picture.TIMELINE)).isFalse();
        assertThat(pictures.find(Picture.TIMELINE)).isEmpty();
        assertThat(pictures.find(Picture.TIMELINE_DARK)).isEmpty();
    }

    @Test
    void namesAreTheTablesAndChineseInAnyCase() {
        List<NamedEntry> rows = ChatRoom.EDITION.rollout();
        assertThat(rows).isSortedAccordingTo((a, b) -> a.entry().since().compareTo(b.entry().since()));
        assertThat(rows).allMatch(row -> row.chinese().codePoints().anyMatch(Character::isIdeographic));
        assertThat(rows).extracting(NamedEntry::french).noneMatch(
                french -> french.codePoints().anyMatch(Character::isIdeographic));
        assertThat(rows).anyMatch(row -> row.chinese().equals("学生") && row.french().equals("étudiant"));
        assertThat(rows).anyMatch(row -> row.chinese().equals("10 年卡"));
        assertThat(rows).anyMatch(row -> row.french().equals("étrangers malades"));
    }

    @Test
    void ofTablesThatNameAPermitTheNewestSpeaks(@TempDir Path folder) {
        new Articles(folder).with("old.md",
                Articles.table("| 2020 年 1 月 | 学生 étudiant |\n").replace("2026-10", "2024-01"));
        Edition edition = edition(folder, "| 2020 年 9 月 | 学生 étudiant |\n| 2027 年 1 月 | 游客 visiteur |\n");
        assertThat(edition.rollout()).extracting(row -> row.entry().date()).containsExactly("2020 年 9 月", "2027 年 1 月");
        assertThat(edition.rollout()).extracting(NamedEntry::planned).containsExactly(false, true);
    }

    @Test
    void theCommandSendsItWithTheWayToTheList(@TempDir Path folder) {
        try (ChatRoom room = new ChatRoom(folder)) {
            Outgoing.Photo photo = ChatRoom.first(room.receive(Say.privately(room.clock, Say.ASKER).text("/timeline")),
                    Outgoing.Photo.class);
            assertThat(photo.picture()).isEqualTo(Picture.TIMELINE);
            assertThat(photo.caption().plain()).contains("截至 2024 年 7 月", "以官方信息为准", "/list");
            assertThat(photo.caption().toString()).contains("https://juliu.example/list");
        }
    }

    private static Edition edition(Path folder, String rows) {
        new Articles(folder).with("a.md", Articles.table(rows));
        return read(folder);
    }

    private static Edition read(Path folder) {
        return Edition.of(new LibraryReader(folder, null, ChatRoom.FIXED).read(), ChatRoom.CONFIG, ChatRoom.FIXED,
                false);
    }
}
