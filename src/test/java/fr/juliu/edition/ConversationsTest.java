package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.decide.DialogueState;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.tell.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The golden conversations of {@code conversations.txt}, held over the articles of {@code conversations/}.
 *
 * <p>What the bot says now is written to {@code target/conversations.txt}: where that is right, copy it over.
 */
final class ConversationsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/conversations.txt");
    private static final Path ACTUAL = Path.of("target/conversations.txt");
    private static final Path ARTICLES = Path.of("src/test/resources/conversations");
    private static final Pattern TITLE = Pattern.compile("=== (?<name>.+?) \\((?<month>\\d{4}-\\d{2})\\)");
    private static final String ASKED = "> ";

    private static final Map<YearMonth, Edition> EDITIONS = new HashMap<>();

    /** A conversation: its title, and the questions and replies as lines. */
    private record Conversation(String title, YearMonth month, List<String> lines) {
    }

    @AfterAll
    static void close() {
        EDITIONS.values().forEach(Edition::close);
    }

    @TestFactory
    Stream<DynamicTest> everyReplyIsAsWritten() throws IOException {
        List<Conversation> conversations = conversations(Files.readAllLines(GOLDEN));
        StringBuilder actual = new StringBuilder(head(Files.readAllLines(GOLDEN)));
        List<DynamicTest> tests = new ArrayList<>();
        for (Conversation conversation : conversations) {
            String held = hold(conversation);
            actual.append(conversation.title()).append('\n').append(held).append("\n\n");
            tests.add(DynamicTest.dynamicTest(conversation.title(), () -> assertThat(held)
                    .as("%s; what the bot says now is in %s", conversation.title(), ACTUAL)
                    .isEqualTo(String.join("\n", conversation.lines()).strip())));
        }
        Files.writeString(ACTUAL, actual.toString().stripTrailing() + "\n");
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static String hold(Conversation conversation) {
        Answerer answerer = EDITIONS.computeIfAbsent(conversation.month(), ConversationsTest::edition).answerer();
        List<String> said = new ArrayList<>();
        @Nullable
        DialogueState before = null;
        for (String line : conversation.lines()) {
            if (line.startsWith(ASKED)) {
                Reply reply = answerer.ask(line.substring(ASKED.length()), before);
                before = reply.state();
                said.add(line + "\n" + reply.display().strip());
            }
        }
        return String.join("\n\n", said);
    }

    private static Edition edition(YearMonth month) {
        Clock clock = Clock.fixed(month.atDay(15).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return Edition.of(new LibraryReader(ARTICLES, null, clock).read(), new ConfigFolder(Path.of("config")), clock,
                true);
    }

    private static String head(List<String> lines) {
        StringBuilder head = new StringBuilder();
        lines.stream().takeWhile(line -> !line.startsWith("===")).forEach(line -> head.append(line).append('\n'));
        return head.toString();
    }

    private static List<Conversation> conversations(List<String> lines) {
        List<Conversation> conversations = new ArrayList<>();
        List<String> last = new ArrayList<>();
        for (String line : lines) {
            Matcher title = TITLE.matcher(line);
            if (title.matches()) {
                last = new ArrayList<>();
                conversations.add(new Conversation(line, YearMonth.parse(title.group("month")), last));
            } else {
                last.add(line);
            }
        }
        return conversations;
    }
}
