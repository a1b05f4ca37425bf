package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.chat.Chat;
import fr.juliu.chat.ChatRoom;
import fr.juliu.chat.Incoming;
import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Reception;
import fr.juliu.store.Database;
import fr.juliu.store.Ids;
import fr.juliu.store.Readings;
import fr.juliu.tell.RichText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages, late answers and failures, with a chat room that answers whatever a test wants. */
final class ConversationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String SENTENCE = "这一句话说的是居留申请要准备的材料。";

    private final Ids ids = new Ids(CLOCK);
    private final CountDownLatch gate = new CountDownLatch(1);
    @TempDir
    private Path folder = Path.of("");
    private Database database = Database.sqlite(Path.of("target/data/none.db"));

    @BeforeEach
    void open() {
        database.close();
        database = Database.sqlite(folder.resolve("juliu.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aLongAnswerIsReadPageByPage() {
        try (Conversation conversation = conversation(incoming -> say(SENTENCE.repeat(80)))) {
            String first = said(conversation, "材料", LONG);
            String second = said(conversation, "继续", LONG);
            String third = said(conversation, "继续", LONG);
            assertThat(List.of(first, second)).allMatch(page -> page.endsWith("。" + ByteCutter.READ_ON))
                    .allMatch(page -> ByteCutter.bytes(page) <= Conversation.LONGEST)
                    .allMatch(page -> ByteCutter.bytes(page) > Conversation.LONGEST - 100);
            assertThat((first + second + third).replace(ByteCutter.READ_ON, "")).isEqualTo(SENTENCE.repeat(80));
            assertThat(said(conversation, "继续", LONG)).isEqualTo(Phrases.NO_MORE);
        }
    }

    @Test
    void aLateAnswerIsReadFromItsFirstPageOn() {
        try (Conversation conversation = conversation(incoming -> late(say(SENTENCE.repeat(50))))) {
            assertThat(said(conversation, "材料", Duration.ZERO)).isEqualTo(Phrases.LOOKING);
            assertThat(said(conversation, "继续", Duration.ZERO)).isEqualTo(Phrases.LOOKING);
            gate.countDown();
            assertThat(said(conversation, "继续", LONG)).startsWith(SENTENCE).endsWith(ByteCutter.READ_ON);
            assertThat(said(conversation, "继续", LONG)).endsWith(SENTENCE);
        }
    }

    @Test
    void aLateAnswerGivesWayToANewerOne() {
        try (Conversation conversation = conversation(
                incoming -> text(incoming).equals("旧") ? late(say("旧的")) : say("新的。" + SENTENCE.repeat(50)))) {
            said(conversation, "旧", Duration.ZERO);
            assertThat(said(conversation, "新", LONG)).startsWith("新的。");
            gate.countDown();
        }
        try (Conversation again = conversation(incoming -> say("没人问"))) {
            assertThat(said(again, "继续", LONG)).startsWith(SENTENCE);
        }
    }

    @Test
    void aFailureIsOwnedUpTo() {
        try (Conversation conversation = conversation(incoming -> {
            throw new IllegalStateException("the question");
        })) {
            assertThat(said(conversation, "材料", LONG)).isEqualTo(Phrases.SORRY);
        }
        try (Conversation conversation = conversation(incoming -> {
            late(List.of());
            throw new IllegalStateException("the question");
        })) {
            assertThat(said(conversation, "材料", Duration.ZERO)).isEqualTo(Phrases.LOOKING);
            gate.countDown();
            assertThat(said(conversation, "继续", LONG)).isEqualTo(Phrases.SORRY);
        }
    }

    @Test
    void whatAnotherProcessTookWithItIsAskedForAgain() {
        new Readings(database, CLOCK).keep("wechat:p", "t", Reading.pending(CLOCK.millis()).state());
        try (Conversation conversation = conversation(incoming -> say("没人问"))) {
            assertThat(said(conversation, "继续", LONG)).isEqualTo(Phrases.SORRY);
        }
    }

    @Test
    void numbersWithoutAChoiceAreAQuestionLikeAnyOther() {
        try (Conversation conversation = conversation(incoming -> say("问的是" + text(incoming)))) {
            assertThat(said(conversation, "2", LONG)).isEqualTo("问的是2");
            assertThat(said(conversation, "名单", LONG)).isEqualTo("问的是/list");
            assertThat(said(conversation, "怎么用", LONG)).isEqualTo(Phrases.HELP);
        }
    }

    @Test
    void aNumberThatIsNoneOfThoseOfferedIsAskedForAgain() {
        try (Conversation conversation = conversation(incoming -> offer(text(incoming).length()))) {
            said(conversation, "一", LONG);
            assertThat(said(conversation, "2", LONG)).isEqualTo("请回复 1，或者直接写问题。");
            said(conversation, "一二", LONG);
            assertThat(said(conversation, "3", LONG)).isEqualTo("请回复 1 到 2 的数字，或者直接写问题。");
        }
    }

    private Conversation conversation(Reception reception) {
        return new Conversation(reception, ChatRoom.objections(), new Readings(database, CLOCK), ids,
                new CustomerMessages(new WeChatSettings("juliu", "", "", "", ""), CLOCK), CLOCK);
    }

    private static String said(Conversation conversation, String text, Duration patience) {
        InboundMessage message = new InboundMessage("wechat:m", "wechat:p", "oWang", "gh_1", CLOCK.instant(),
                new InboundMessage.Wish.Words(text));
        return conversation.reply(message, Deadline.in(Ticker.systemTicker(), patience));
    }

    private List<Outgoing> late(List<Outgoing> done) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return done;
    }

    private static List<Outgoing> say(String text) {
        return List.of(new Outgoing.Send(new Chat("wechat:p", Chat.Kind.PRIVATE, null), RichText.of(text), List.of(),
                null, null, false));
    }

    private static List<Outgoing> offer(int choices) {
        return List.of(new Outgoing.Send(new Chat("wechat:p", Chat.Kind.PRIVATE, null), RichText.of("您问的是哪种居留？"),
                IntStream.range(0, choices).mapToObj(i -> List.of(new Outgoing.Button("第" + i, "next:x:" + i)))
                        .toList(),
                null, null, false));
    }

    private static String text(Incoming incoming) {
        return Objects.requireNonNull(incoming instanceof Incoming.Message message ? message.text() : null);
    }
}
