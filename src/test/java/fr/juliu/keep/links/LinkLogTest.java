package fr.juliu.keep.links;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.knowledge.CitedAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The days on which addresses were last seen. */
final class LinkLogTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 30);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final URI THERE = URI.create("https://c/");

    private Path file = Path.of(LinkLog.FILE);

    @BeforeEach
    void inAFolder(@TempDir Path folder) {
        file = folder.resolve(LinkLog.FILE);
    }

    @Test
    void whatWasSeenKeepsItsDayWhenItIsGoneLater() {
        LinkLog.read(file).keep(List.of(look("https://a/", new Finding.Good()),
                look("https://b/", new Finding.Moved(THERE)), look("https://d/", new Finding.Dead("answers 404"))),
                NOVEMBER);
        LinkLog.read(file).keep(List.of(look("https://a/", new Finding.Dead("answers 410")),
                look("https://b/", new Finding.Good())), DECEMBER);

        LinkLog log = LinkLog.read(file);
        assertThat(log.lastSeen("https://a/")).contains(NOVEMBER);
        assertThat(log.lastSeen("https://b/")).contains(DECEMBER);
        assertThat(log.lastSeen("https://d/")).isEmpty();
    }

    @Test
    void theFileHoldsAddressesAndDaysAloneAndNothingIsLeftBesideIt() throws IOException {
        LinkLog.read(file).keep(List.of(look("https://b/", new Finding.Good()), look("https://a/", new Finding.Good())),
                NOVEMBER);

        assertThat(Files.readString(file)).isEqualToIgnoringNewLines("""
                {
                  "https://a/" : "2026-11-30",
                  "https://b/" : "2026-11-30"
                }
                """);
        try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
            assertThat(files.map(Path::getFileName)).containsExactly(Path.of(LinkLog.FILE));
        }
    }

    @Test
    void aDamagedFileIsNotedAnew() throws IOException {
        Files.writeString(file, "{\"https://a/\": \"2026-11-30\", \"https://b/\": \"soon\"}");

        LinkLog log = LinkLog.read(file);
        assertThat(log.lastSeen("https://a/")).isEmpty();
        log.keep(List.of(look("https://b/", new Finding.Good())), DECEMBER);

        assertThat(LinkLog.read(file).lastSeen("https://b/")).contains(DECEMBER);
    }

    @Test
    void whatNobodySawForTwoYearsIsForgotten() {
        LinkLog.read(file).keep(List.of(look("https://a/", new Finding.Good())), NOVEMBER);
        LinkLog.read(file).keep(List.of(), NOVEMBER.plusYears(2));
        assertThat(LinkLog.read(file).lastSeen("https://a/")).isPresent();

        LinkLog.read(file).keep(List.of(), NOVEMBER.plusYears(2).plusDays(1));
        assertThat(LinkLog.read(file).lastSeen("https://a/")).isEmpty();
    }

    private static LinkLook look(String url, Finding finding) {
        return new LinkLook(new CitedAddress(url, List.of("a.md:1")), finding);
    }
}
