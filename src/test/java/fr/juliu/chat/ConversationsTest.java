package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.answer.Edition;
import fr.juliu.answer.Frame;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class ConversationsTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Edition EDITION = Edition.of(
            new LibraryReader(Path.of("knowledge"), null, CLOCK).read(), new ConfigFolder(Path.of("config")), CLOCK,
            true);

    private final AtomicLong now = new AtomicLong();
    private final Conversations conversations = new Conversations(now::get);
    private final Frame frame = EDITION.answerer().ask("学生居留能网上申请吗").frame();

    @AfterAll
    static void close() {
        EDITION.close();
    }

    @Test
    void aConversationKeepsItsOwnFrame() {
        conversations.keep("a", frame);
        assertThat(conversations.last("a")).isSameAs(frame);
        assertThat(conversations.last("b")).isNull();
    }

    @Test
    void itIsForgotten30MinutesAfterItsLastUse() {
        conversations.keep("a", frame);
        pass(Duration.ofMinutes(29));
        assertThat(conversations.last("a")).isNotNull();
        pass(Duration.ofMinutes(29));
        assertThat(conversations.last("a")).isNotNull();
        pass(Duration.ofMinutes(31));
        assertThat(conversations.last("a")).isNull();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
