package fr.juliu.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A test that runs on a new database of either kind. */
@Tag("integration")
abstract class StoreTest {

    static final String MESSENGER = "telegram";
    static final String CHAT = "telegram:-100";
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration MILLI = Duration.ofMillis(1);

    final MovableClock clock = new MovableClock();
    @TempDir
    private Path folder = Path.of("");
    private Databases databases = new Databases(folder);

    @BeforeEach
    void setUp() {
        databases = new Databases(folder);
    }

    @AfterEach
    void tearDown() {
        databases.close();
    }

    Database open(Databases.Kind kind) {
        return databases.open(kind);
    }

    OutgoingMessage message(String id) {
        return message(id, CHAT, null);
    }

    OutgoingMessage message(String id, String chat, @Nullable String exchange) {
        return new OutgoingMessage(id, MESSENGER, chat, "{\"text\": \"学生 étudiant 😀\"}", exchange, clock.instant(),
                clock.instant(), 0);
    }

    Exchange exchange(String id, String chat, String asked) {
        return new Exchange(id, chat, asked, null, "answer", "学生居留", "{}", clock.instant());
    }

    Pin pin(String id, String chat, String question) {
        return new Pin(id, chat, question, "可以", "42", "telegram:5", "小王", clock.instant(), "2024-07", "listed");
    }

    static List<String> ids(List<OutgoingMessage> messages) {
        return messages.stream().map(OutgoingMessage::id).toList();
    }
}
