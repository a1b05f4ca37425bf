package fr.juliu.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.juliu.knowledge.CatalogueReader;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.search.TextFolding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which official page a question is sent to, and what is wrong with a file of pages. */
final class OfficialPagesTest {

    private static final Path QUESTIONS = Path.of("src/test/resources/pages.txt");
    private static final Path TUNING = Path.of("src/test/resources/pages-tuning.txt");
    private static final ConfigFolder OURS = new ConfigFolder(Path.of("config"));
    private static final TextFolding FOLDING = new TextFolding();
    private static final Pattern BETWEEN = Pattern.compile(" \\| ");
    private static final Workbench BENCH = new Workbench(Path.of("src/test/resources/conversations"));

    @AfterAll
    static void close() {
        BENCH.close();
    }

    /** How many questions are sent to the page of their topic, to the general one, and to another. */
    private record Count(int right, int general, int wrong, List<String> missed) {

        static Count of(Path file, OfficialPages pages) throws IOException {
            int right = 0;
            int general = 0;
            List<String> missed = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] parts = BETWEEN.split(line, 2);
                String topic = pages.topic(BENCH.read(parts[1])).map(found -> found.names().getFirst()).orElse("-");
                String expected = parts[0].equals("-") ? "-" : FOLDING.fold(parts[0]);
                if (topic.equals(expected)) {
                    right++;
                } else if (topic.equals("-")) {
                    general++;
                    missed.add(line + " → -");
                } else {
                    missed.add(line + " → " + topic);
                }
            }
            return new Count(right, general, missed.size() - general, missed);
        }
    }

    /** Of 80: 66 right, 9 to another page; without the model 43 and 7. */
    @Test
    void aQuestionIsSentToThePageOfItsTopic() throws IOException {
        Count count = Count.of(QUESTIONS, BENCH.pages);
        assertThat(count.right()).as("%s", count).isGreaterThanOrEqualTo(62);
        assertThat(count.wrong()).as("%s", count).isLessThanOrEqualTo(11);
    }

    @Test
    void theNamesOfTopicsAndPermitsDoWithoutTheModel() throws IOException {
        Count count = Count.of(QUESTIONS, BENCH.pages.withoutModel());
        assertThat(count.right()).as("%s", count).isGreaterThanOrEqualTo(40);
        assertThat(count.wrong()).as("%s", count).isLessThanOrEqualTo(8);
    }

    @Test
    void theQuestionsByWhichItWasSetAreAnswered() throws IOException {
        Count count = Count.of(TUNING, BENCH.pages);
        assertThat(count.right()).as("%s", count).isGreaterThanOrEqualTo(35);
    }

    @Test
    void whatNoTopicIsNearToGetsTheGeneralPage() {
        assertThat(BENCH.pages.of(BENCH.read("周末卢浮宫几点关门"))).isEmpty();
        assertThat(BENCH.pages.help(BENCH.read("周末卢浮宫几点关门"), BENCH.help.unknown()).points())
                .extracting(Help.Point::url).containsExactly(BENCH.pages.general().url(), null);
    }

    @Test
    void whoIsToBeAskedAboutATopicStandsInPlaceOfTheUsualOnes() {
        assertThat(BENCH.pages.help(BENCH.read("中国驾照怎么换法国驾照"), BENCH.help.unknown()).points())
                .extracting(Help.Point::name).containsExactly("换驾照（service-public）", "ANTS（驾照由它办）");
    }

    @Test
    void everyTopicHasAPageOfItsOwnAndKnownPermits() {
        Set<String> permits = new CatalogueReader(OURS).read().permits().keySet();
        List<OfficialPages.Topic> topics = BENCH.pages.topics();
        assertThat(topics).hasSizeGreaterThanOrEqualTo(25).extracting(topic -> topic.page().url())
                .doesNotHaveDuplicates();
        assertThat(topics).allSatisfy(topic -> assertThat(permits).containsAll(topic.permits()));
        assertThat(topics).flatExtracting(OfficialPages.Topic::names).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '§', textBlock = """
            generel: {}                                                    → 1 → 'generel' means nothing
            pages: []                                                      → 1 → needs 'general'
            general: {title: 甲}⏎pages: []                                 → 1 → needs 'url'
            general: {title: 甲, url: "https://e.org"}⏎pages:⏎- {name: 乙}  → 3 → 'name' means nothing; did you mean 'names'?
            general: {title: 甲, url: "https://e.org"}⏎pages:⏎- {names: 乙} → 3 → must be a list
            general: {title: 甲, url: "https://e.org"}⏎pages:⏎- {names: [乙], title: 丙} → 3 → needs 'url'
            general: {title: 甲, url: "ftp://e.org"}⏎pages: []             → 1 → must begin with https
            general: {title: 甲, url: "https://e.org"}⏎pages:⏎- {names: [乙], title: 丙, url: "ftp://e.org"} → 3 → must begin with https
            general: {title: 甲, url: "https://e.org"}                     → 1 → needs a list 'pages'
            """)
    void aWrongFileIsToldByItsLine(String text, int line, String wrong, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("pages.yml"), text.replace("⏎", "\n"));
        assertThatThrownBy(
                () -> OfficialPages.read(new ConfigFolder(folder), new CatalogueReader(OURS).read(), FOLDING, null))
                .isInstanceOf(ConfigException.class).hasMessageStartingWith("pages.yml:" + line + ":")
                .hasMessageContaining(wrong);
    }
}
