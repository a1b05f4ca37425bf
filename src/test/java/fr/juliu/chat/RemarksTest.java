package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.HandClock;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.tell.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a reply to the bot is, over the project's own articles: each line of {@code group-replies.txt}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RemarksTest {

    private static final HandClock CLOCK = new HandClock();
    private static final ConfigFolder CONFIG = new ConfigFolder(Path.of("config"));

    private final Edition edition = Edition.of(new LibraryReader(Path.of("knowledge"), null, CLOCK).read(), CONFIG,
            CLOCK, false);
    private final CurrentEdition current = new CurrentEdition(edition);
    private final Remarks remarks = new Remarks(current, new Objections(current),
            new KnownSubjects(current));
    private final Reply before = edition.answerer().ask("学生居留能网上申请吗");

    @AfterAll
    void close() {
        edition.close();
    }

    @Test
    void eachReplyIsTakenForWhatItIs() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/group-replies.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        List<String> wrong = lines.stream().filter(line -> !sign(line.substring(2)).equals(line.substring(0, 1)))
                .map(line -> line + " → " + sign(line.substring(2))).toList();
        assertThat(lines).hasSizeGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    private String sign(String text) {
        if (remarks.isObjection(text)) {
            return "!";
        }
        Reply alone = edition.answerer().ask(text);
        return remarks.asks(text, alone, edition.answerer().ask(text, before.state())) ? "?" : "-";
    }
}
