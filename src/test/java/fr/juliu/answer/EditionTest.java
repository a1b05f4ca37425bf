package fr.juliu.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How editions follow each other. */
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
