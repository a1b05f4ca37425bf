package fr.juliu.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The addresses that articles and the files beside them name. */
final class CitedAddressesTest {

    @Test
    void eachStandsOnceWithItsLines(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.md"), """
                ---
                title: 甲
                source: [https://example.org/a, "https://example.org/b#part"]
                ---
                见 [乙](https://example.org/b)，写信给 [丙](mailto:c@example.org)，看 [下面](#丁)。

                ## 丁
                <https://example.org/d> 和 [乙](HTTPS://example.org/b#other)。
                来源（2024 年 5 月）：[戊](/e)
                """);
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(config.resolve("help.yml"), """
                # https://example.org/comment
                help:
                - name: https://example.org/a
                  url: https://example.org/help
                """);
        Library library = new LibraryReader(folder, URI.create("https://site.org"), Clock.systemUTC()).read();

        List<CitedAddress> addresses = CitedAddresses.of(library, new ConfigFolder(config));

        // those of the other files of settings follow
        assertThat(addresses).startsWith(
                new CitedAddress("https://example.org/a", List.of("a.md:1", "help.yml:3")),
                new CitedAddress("https://example.org/b", List.of("a.md:1", "a.md:5")),
                new CitedAddress("https://example.org/d", List.of("a.md:8")),
                new CitedAddress("HTTPS://example.org/b", List.of("a.md:8")),
                new CitedAddress("https://site.org/e", List.of("a.md:9")),
                new CitedAddress("https://example.org/help", List.of("help.yml:4")));
    }
}
