package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.juliu.decide.OfficialPages;
import fr.juliu.decide.RenewalDates;
import fr.juliu.knowledge.Ages;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Problem;
import fr.juliu.search.TextFolding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the files of settings: each of them is edited in one place, and refused with its line. */
final class ConfigMistakesTest {

    private static final Path OURS = Path.of("config");
    private static final TextFolding FOLDING = new TextFolding();

    private final Path folder;

    ConfigMistakesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '§', textBlock = """
            aspects.yml → evidence: [困难  → evidences: [困难   → 'evidences' means nothing; did you mean 'evidence'?
            aspects.yml → evidence: [困难  → evidence: ["", 困难 → 'evidence' has an empty word; take it out
            aspects.yml → yields: true    → yeilds: true      → 'yeilds' means nothing; did you mean 'yields'?
            aspects.yml → yields: true    → yields: yes       → 'yields' must be true or false; it is yes
            aspects.yml → asks: rollout   → asks: rolout      → there is no asks 'rolout'; did you mean 'rollout'?
            aspects.yml → role: online    → role: onlin       → there is no role 'onlin'; did you mean 'online'?
            aspects.yml → instead: [urgent-abroad → instead: [urgent-abraod → names 'urgent-abraod', which aspects.yml has not; did you mean 'urgent-abroad'?
            aspects.yml → shares: [how]   → shares: [hwo]     → names 'hwo', which aspects.yml has not; did you mean 'how'?
            aspects.yml → runs_out: -1    → runs_out: soon    → 'runs_out' must be a whole number; it is soon
            aspects.yml → talk:           → talks:            → 'talks' means nothing; did you mean 'talk'?
            permits.yml → weak: [学生,     → waek: [学生,       → 'waek' means nothing; did you mean 'weak'?
            permits.yml → confused: [recherche-emploi → confused: [recherche-emplois → names 'recherche-emplois', which permits.yml has not; did you mean 'recherche-emploi'?
            permits.yml → part_of: passeport-talent → part_of: passeport → names 'passeport', which permits.yml has not
            permits.yml → kind: service   → kind: servise     → there is no kind 'servise'; did you mean 'service'?
            permits.yml → not_permits:    → not_permit:       → 'not_permit' means nothing; did you mean 'not_permits'?
            lexicon.yml → topics:         → topic:            → 'topic' means nothing; did you mean 'topics'?
            lexicon.yml → general: [CESEDA → general: {CESEDA: 1} # → 'general' must be a list
            help.yml    → for: [unknown,  → fro: [unknown,    → 'fro' means nothing; did you mean 'for'?
            help.yml    → for: [urgent-oqtf] → for: [urgent-oqft] → names 'urgent-oqft', which aspects.yml (asks: help) has not; did you mean 'urgent-oqtf'?
            ages.yml    → table_months: 6 → tabel_months: 6   → 'tabel_months' means nothing; did you mean 'table_months'?
            ages.yml    → called: 数      → callled: 数         → 'callled' means nothing; did you mean 'called'?
            pages.yml   → permits: [recepisse] → permits: [recipisse] → names 'recipisse', which permits.yml has not; did you mean 'recepisse'?
            renewal.yml → asked:          → askd:             → 'askd' means nothing; did you mean 'asked'?
            contact.yml → wish: person    → wish: persn       → there is no wish 'persn'; did you mean 'person'?
            contact.yml → before: [       → befor: [          → 'befor' means nothing; did you mean 'before'?
            groups.yml  → idioms: [       → idoms: [          → 'idoms' means nothing; did you mean 'idioms'?
            groups.yml  → outdated: [过时  → outdatet: [过时    → 'outdatet' means nothing; did you mean 'outdated'?
            application.yml → site-url:   → sit-url:          → there is no setting 'juliu.sit-url'; did you mean 'site-url'?
            application.yml → juliu:      → julius:           → 'julius' means nothing; did you mean 'juliu'?
            application.yml → keep-days: 90 → kep-days: 90    → there is no setting 'juliu.questions.kep-days'; did you mean 'keep-days'?
            """)
    void oneIsRefusedWithItsLineAndTheNearWord(String file, String right, String wrong, String told)
            throws IOException {
        String text = Files.readString(OURS.resolve(file));
        assertThat(text).contains(right);
        int line = (int) text.substring(0, text.indexOf(right)).chars().filter(c -> c == '\n').count() + 1;
        write(file, text.substring(0, text.indexOf(right)) + wrong
                + text.substring(text.indexOf(right) + right.length()));
        assertThatThrownBy(this::read).isInstanceOfSatisfying(ConfigException.class, mistake -> {
            assertThat(mistake.problem().file()).isEqualTo(file);
            assertThat(mistake.problem().message()).contains(told);
            assertThat(mistake.problem().chinese()).containsPattern("\\p{IsHan}")
                    .doesNotContainPattern("[a-z]{2,} [a-z]{2,} [a-z]{2,}");
            assertThat(mistake.problem().line()).isEqualTo(line);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '§', textBlock = """
            role: failure → minor: false → has 0 aspects with 'role: failure'; the program needs one
            id: when      → id: how      → is the second aspect 'how'; keep one
            """)
    void anAspectThatTheProgramNeedsIsThereOnce(String right, String wrong, String told) throws IOException {
        write("aspects.yml", Files.readString(OURS.resolve("aspects.yml")).replaceFirst(right, wrong));
        assertThatThrownBy(this::read).isInstanceOf(ConfigException.class).hasMessageContaining(told);
    }

    @Test
    void ourOwnFilesHaveNothingTwice() {
        assertThat(new ConfigFolder(OURS).warnings()).isEmpty();
    }

    @Test
    void aWordThatStandsTwiceIsTold() throws IOException {
        write("permits.yml", """
                permits:
                  - id: a
                    zh: 甲
                    names: [甲居留, 乙, 甲居留]
                  - id: b
                    zh: 丙
                    weak: [乙]
                """);
        assertThat(new ConfigFolder(folder).warnings()).extracting(Problem::toString).containsExactly(
                "permits.yml:4: '甲居留' stands in this list twice, in line 4 already; delete one",
                "permits.yml:7: '乙' stands in line 4 already, under a, so that it tells neither; keep one");
    }

    @Test
    void wordsAreWrittenInAListOrOneALine() throws IOException {
        for (String form : new String[]{"[甲, 乙]", "\n      - 甲\n      - 乙", "|\n      甲\n      乙\n"}) {
            write("permits.yml", "permits:\n  - id: a\n    zh: 丙\n    names: " + form + "\n");
            assertThat(ConfigWords.read(new ConfigFolder(folder), FOLDING).catalogue().all())
                    .flatExtracting(permit -> permit.names()).containsExactly("甲", "乙");
        }
    }

    @Test
    void idsOfOurOwnCopyOfAFileAreFineBesideAnotherCatalogue() throws IOException {
        write("permits.yml", "permits: [{id: a, zh: 甲}]");
        read();
        assertThat(new ConfigFolder(folder).isOwn("pages.yml")).isFalse();
    }

    @Test
    void aSettingMayBeWrittenInAnySpellingThatIsUnderstoodAndSecretsMayStand() throws IOException {
        write("application.yml", "juliu:\n  siteUrl: https://a.fr\n  desk: {password: x}\nserver: {port: 1}\n");
        assertThat(new ConfigFolder(folder).application()).containsOnlyKeys("juliu", "server");
    }

    private void read() {
        ConfigFolder config = new ConfigFolder(folder);
        config.application();
        ConfigWords words = ConfigWords.read(config, FOLDING);
        Ages.read(config);
        OfficialPages.read(config, words.catalogue(), FOLDING, null);
        RenewalDates.read(config, FOLDING, Clock.systemUTC(), null);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
