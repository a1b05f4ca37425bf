package fr.juliu.telegram.send;

import static fr.juliu.telegram.send.SendingRoom.text;
import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Picture;
import fr.juliu.store.Exchange;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.Faults;
import fr.juliu.telegram.fake.Sent;
import fr.juliu.tell.RichText;
import fr.juliu.trust.Tried;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What Telegram will not do: words for a picture, a new message for an edit, a count and a line for the operator. */
@Tried("messages that Telegram refuses")
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
final class RefusedSendsTest extends SenderCase {

    static Stream<Consumer<Faults>> refusals() {
        return Stream.of(faults -> faults.tooLarge("sendPhoto", 1), faults -> faults.serverError("sendPhoto", 1, 413),
                faults -> faults.badRequest("sendPhoto", 1, "not enough rights to send photos to the chat"),
                faults -> faults.badRequest("sendPhoto", 1, "IMAGE_PROCESS_FAILED"),
                faults -> faults.forbidden("sendPhoto", 1, "CHAT_SEND_PHOTOS_FORBIDDEN"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aPictureThatIsRefusedGivesWayToWords(Consumer<Faults> refusal) throws InterruptedException {
        room.png = new byte[]{1, 2, 3};
        refusal.accept(room.api.faults());
        room.sender.start();
        room.put(new Outgoing.Photo(SendingRoom.chat(person), Picture.TIMELINE, RichText.of("图"),
                RichText.of("见 /list"), null));
        room.awaitEmpty();
        assertThat(person.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.method()).isEqualTo("sendMessage");
            assertThat(sent.text()).isEqualTo("见 /list");
        });
        assertThat(room.api.calls("sendPhoto")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("edits")
    void anEditThatCannotBeMadeIsSentAnew(String refusal) throws InterruptedException {
        room.exchanges.add(new Exchange("e1", "telegram:5", "41", null, "answer", "问题", "", room.clock.instant()));
        room.sender.start();
        room.put(new Outgoing.Send(SendingRoom.chat(person), RichText.of("旧的回答"), List.of(), null, "e1", false));
        room.awaitEmpty();
        String first = String.valueOf(person.sent().getFirst().id());
        room.api.faults().badRequest("editMessageText", 1, refusal);
        room.put(new Outgoing.Edit(SendingRoom.chat(person), first, RichText.of("新的回答"),
                List.of(List.of(new Outgoing.Button("👍 有用", "useful:e1"))), first, "e1"));
        room.awaitEmpty();
        Sent anew = person.sent().getLast();
        assertThat(person.sent()).hasSize(2);
        assertThat(anew.method()).isEqualTo("sendMessage");
        assertThat(anew.text()).isEqualTo("新的回答");
        assertThat(anew.data("👍 有用")).isEqualTo("useful:e1");
        assertThat(String.valueOf(anew.replyTo())).isEqualTo(first);
        assertThat(room.exchanges.bySent("telegram:5", String.valueOf(anew.id()))).get().extracting(Exchange::id)
                .isEqualTo("e1");
    }

    static Stream<String> edits() {
        return Stream.of("message can't be edited", "message to edit not found", "MESSAGE_ID_INVALID");
    }

    @Test
    void aWordUnderAnAnswerThatIsGoneIsTheAnswerItself() throws InterruptedException {
        room.sender.start();
        room.put(text(person, "回答"));
        room.awaitEmpty();
        int above = person.sent().getFirst().id();
        room.put(again(above));
        room.awaitEmpty();
        assertThat(person.sent().getLast().text()).isEqualTo("上面刚答过。");
        assertThat(person.sent().getLast().replyTo()).isEqualTo(above);
        person.delete(above);
        room.put(again(above));
        room.awaitEmpty();
        assertThat(person.sent().getLast().text()).isEqualTo("回答");
    }

    @Test
    void whatIsRefusedIsCountedAndToldOnceAMinute(CapturedOutput log) throws InterruptedException {
        room.sender.start();
        for (int n = 0; n < 3; n++) {
            room.api.faults().forbidden("sendMessage", 1, "bot was blocked by the user");
            room.api.faults().badRequest("sendMessage", 1, "not enough rights to send text messages to the chat");
            room.api.faults().badRequest("sendMessage", 1, "message thread not found");
            room.put(text(person, "私密的话一"), text(person, "私密的话二"), text(person, "私密的话三"));
            room.awaitEmpty();
        }
        room.api.faults().badRequest("editMessageReplyMarkup", 1, "message can't be edited");
        room.put(new Outgoing.EditButtons(SendingRoom.chat(person), "1",
                List.of(List.of(new Outgoing.Button("甲", "a:1")))));
        room.put(text(person, "还能发"));
        room.awaitEmpty();
        assertThat(person.sent()).extracting(Sent::text).containsExactly("还能发");
        assertThat(room.sender.refusals().counted())
                .isEqualTo(Map.of("shut out", 3L, "no right", 3L, "no topic", 3L, "not editable", 1L));
        assertThat(room.sender.refusals().times(Refusals.Why.NO_TOPIC)).isEqualTo(3);
        assertThat(room.sender.refusals().times(Refusals.Why.TOO_LARGE)).isZero();
        assertThat(log.getAll()).containsOnlyOnce("bot was blocked by the user")
                .containsOnlyOnce("not enough rights to send text messages").containsOnlyOnce("thread not found")
                .containsOnlyOnce("can't be edited").doesNotContain("私密的话");
        assertThat(log.getAll().lines().filter(line -> line.contains("Telegram refused"))).hasSize(4);
    }

    private Outgoing again(int above) {
        FakeChat chat = person;
        return new Outgoing.Again(SendingRoom.chat(chat), String.valueOf(above), RichText.of("上面刚答过。"), null,
                new Outgoing.Send(SendingRoom.chat(chat), RichText.of("回答"), List.of(), null, null, false));
    }
}
