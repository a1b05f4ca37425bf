package fr.juliu.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Aspects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is sent where, and what is wrong with a file of help points. */
final class HelpBookTest {

    private static final ConfigFolder OURS = new ConfigFolder(Path.of("config"));

    private static final Aspects ASPECTS = Aspects.read(OURS);

    private final Path folder;

    HelpBookTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void eachCaseHasItsPointsInTheOrderOfTheFile() throws IOException {
        HelpBook book = read("""
                help:
                  - name: 乙
                    url: https://example.org/b
                    for: [unknown, urgent-oqtf]
                  - name: 丙
                    for: [urgent-oqtf]
                  - name: 甲
                    for: [unknown]
                """);
        assertThat(book.unknown()).isEqualTo(new Help("", List.of(
                new Help.Point("乙", "https://example.org/b"), new Help.Point("甲", null))));
        assertThat(book.entries()).extracting(entry -> entry.point().name()).containsExactly("乙", "丙", "甲");
        assertThat(book.entries().get(1).cases()).containsExactly("urgent-oqtf");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '§', textBlock = """
            helf: []                  → 'helf' means nothing; did you mean 'help'?
            help: 甲                  → 'help' must be a list
            help: []                  → needs a list 'help'
            help: [甲]                → must hold names with values
            help: [{url: x}]          → needs 'name'
            help: [{name: " "}]       → needs 'name'
            """)
    void aWrongFileIsTold(String text, String wrong) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ConfigException.class).hasMessageContaining("help.yml")
                .hasMessageContaining(wrong);
    }

    @Test
    void withoutAFileTheBotsOwnPointsHold() {
        assertThat(HelpBook.read(new ConfigFolder(folder), ASPECTS)).isEqualTo(HelpBook.read(OURS, ASPECTS));
    }

    @Test
    void everyUrgentCaseHasSomebodyToAskAndEveryPointACase() {
        HelpBook book = HelpBook.read(OURS, ASPECTS);
        Set<String> urgent = ASPECTS.all().values().stream()
                .filter(aspect -> aspect.asks() == Aspect.Asks.HELP).map(Aspect::id).collect(Collectors.toSet());
        Set<String> known = book.entries().stream().flatMap(entry -> entry.cases().stream())
                .collect(Collectors.toSet());
        urgent.add("unknown");
        assertThat(known).isEqualTo(urgent);
        assertThat(book.entries()).allSatisfy(entry -> assertThat(entry.cases()).isNotEmpty());
    }

    private HelpBook read(String text) throws IOException {
        Files.writeString(folder.resolve("help.yml"), text);
        return HelpBook.read(new ConfigFolder(folder), ASPECTS);
    }
}
