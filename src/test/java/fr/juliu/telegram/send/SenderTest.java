package fr.juliu.telegram.send;

import static fr.juliu.telegram.send.SendingRoom.SOON;
import static fr.juliu.telegram.send.SendingRoom.chat;
import static fr.juliu.telegram.send.SendingRoom.text;
import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Outgoing;
import fr.juliu.store.Exchange;
import fr.juliu.store.OutgoingMessage;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import fr.juliu.tell.RichText;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the Bot API gets, with all that goes wrong on the way. */
@Isolated
@ExtendWith(OutputCaptureExtension.class)
final class SenderTest extends SenderCase {

    @Test
    void sendsWhatWasLeftAndTellsTheExchange() throws Exception {
        room.exchanges.add(new Exchange("e1", "telegram:5", "1", null, "answer", "问", "", room.clock.instant()));
        room.put(new Outgoing.Send(chat(person), RichText.of("答"), List.of(), null, "e1", false));
        room.sender.start();

        Sent sent = person.awaitLast(1, SOON);
        assertThat(sent.text()).isEqualTo("答");
        room.awaitEmpty();
        assertThat(room.exchanges.byId("e1").orElseThrow().sent()).isEqualTo(String.valueOf(sent.id()));
    }

    @Test
    void keepsTheOrderOfEachChatWhateverGoesWrong() throws Exception {
        room.sender.start();
        room.api.faults().serverError("sendMessage", 3, 502);
        room.api.faults().resetBefore("sendMessage", 3);
        List<FakeChat> people = IntStream.range(10, 20).mapToObj(room::person).toList();
        for (int number = 0; number < 10; number++) {
            for (FakeChat each : people) {
                room.put(text(each, "第" + number));
            }
        }

        room.awaitEmpty();
        List<String> inOrder = IntStream.range(0, 10).mapToObj(number -> "第" + number).toList();
        assertThat(people).allSatisfy(each -> assertThat(each.sent()).extracting(Sent::text).isEqualTo(inOrder));
    }

    @Test
    void waitsAsLongAsTelegramAsksAndSendsTheSameMessageFirst() throws Exception {
        room.api.faults().tooMany("sendMessage", 1, 1);
        room.put(text(person, "一"), text(person, "二"));
        long start = System.nanoTime();
        room.sender.start();

        room.awaitEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
        assertThat(person.sent()).extracting(Sent::text).containsExactly("一", "二");
        assertThat(room.api.calls("sendMessage")).isEqualTo(3);
    }

    @Test
    void sendsAgainWhatATimeoutOrABrokenConnectionLeftOpen() throws Exception {
        room.close();
        room = new SendingRoom(folder, 0, Duration.ofMillis(1500));
        person = room.person(5);
        room.api.faults().resetAfter("sendMessage", 1);
        room.api.faults().late("sendMessage", 1, Duration.ofSeconds(3));
        room.put(text(person, "一"));
        room.sender.start();

        room.awaitEmpty();
        assertThat(person.sent()).extracting(Sent::text).hasSizeGreaterThan(1).containsOnly("一");
    }

    @Test
    void dropsInSilenceWhatABlockedChatDoesNotTake(CapturedOutput output) throws Exception {
        room.api.faults().forbidden("sendMessage", 1, "bot was blocked by the user");
        room.api.faults().badRequest("sendMessage", 1, "chat not found");
        room.put(text(person, "一"), text(person, "二"), text(person, "三"));
        room.sender.start();

        room.awaitEmpty();
        assertThat(person.sent()).extracting(Sent::text).containsExactly("三");
        assertThat(output).doesNotContain("ERROR", "WARN");
    }

    @Test
    void anEditThatChangesNothingIsDone() throws Exception {
        room.sender.start();
        room.put(text(person, "一"));
        String id = String.valueOf(person.awaitLast(1, SOON).id());
        room.put(new Outgoing.Edit(chat(person), id, RichText.of("一"), List.of()),
                new Outgoing.Edit(chat(person), id, RichText.of("二"), List.of()));

        room.awaitEmpty();
        assertThat(person.sent()).extracting(Sent::text).containsExactly("一", "二");
    }

    @Test
    void sendsAsPlainTextWhatTelegramCannotReadAsHtml() throws Exception {
        room.api.faults().badRequest("sendMessage", 1, "can't parse entities: unsupported start tag");
        room.put(new Outgoing.Send(chat(person), RichText.builder().strong("1 < 2").build(), List.of(), null, null,
                false));
        room.sender.start();

        room.awaitEmpty();
        assertThat(person.sent()).extracting(Sent::source).containsExactly("1 < 2");
    }

    @Test
    void followsAGroupToItsNewId() throws Exception {
        FakeUser owner = FakeUser.person(9, "群主");
        FakeChat group = room.api.group(-77, "群").creator(owner);
        FakeChat moved = group.migrate(owner, -100_77);
        room.put(text(group, "一"), text(group, "二"));
        room.sender.start();

        room.awaitEmpty();
        assertThat(moved.sent()).extracting(Sent::text).containsExactly("一", "二");
    }

    @Test
    void saysThatItMayNotPin() throws Exception {
        FakeChat group = room.api.supergroup(-100_5, "群");
        room.put(text(group, "答"));
        room.sender.start();
        String id = String.valueOf(group.awaitLast(1, SOON).id());
        room.put(new Outgoing.PinInChat(chat(group), id));

        assertThat(group.awaitLast(2, SOON).text()).contains("保存", "置顶消息");
        room.awaitEmpty();
        group.administrator(FakeBotApi.BOT, "can_pin_messages");
        room.put(new Outgoing.PinInChat(chat(group), id));
        room.awaitEmpty();
        assertThat(group.pinned()).containsExactly(Integer.valueOf(id));
        assertThat(group.sentCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsAllWhileTheTokenIsNotValid(boolean wrongForm) throws Exception {
        if (wrongForm) {
            room.api.faults().notFound();
        } else {
            room.api.faults().unauthorized();
        }
        room.put(text(person, "一"));
        room.sender.start();
        assertThat(room.api.awaitCalls("sendMessage", 1, SOON)).isTrue();
        while (!room.sender.isLockedOut()) {
            LockSupport.parkNanos(5_000_000);
        }

        room.api.faults().clear();
        room.clock.move(Duration.ofSeconds(61));
        room.sender.wake();
        room.awaitEmpty();
        assertThat(room.sender.isLockedOut()).isFalse();
        assertThat(person.sent()).extracting(Sent::text).containsExactly("一");
    }

    @Test
    void dropsWhatIsADayOld() throws Exception {
        room.put(text(person, "旧"));
        room.clock.move(Duration.ofHours(25));
        room.put(text(person, "新"));
        room.sender.start();

        room.awaitEmpty();
        assertThat(person.sent()).extracting(Sent::text).containsExactly("新");
    }

    @Test
    void leavesToTheNextWhatItDidNotSend() throws Exception {
        room.api.faults().late("sendMessage", 1, Duration.ofMillis(300));
        IntStream.range(0, 20).forEach(number -> room.put(text(person, "第" + number)));
        room.sender.start();
        assertThat(room.api.awaitCalls("sendMessage", 1, SOON)).isTrue();
        room.sender.close();
        assertThat(room.outbox.waiting(Renderer.MESSENGER)).isPositive();
        room.sender = room.sender();
        room.sender.start();

        room.awaitEmpty();
        assertThat(person.sent()).extracting(Sent::text)
                .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(number -> "第" + number).toList());
    }

    @Test
    void aChatWithMoreThanIsHeldAtOnceHoldsNobodyUpAndKeepsItsOrder() throws Exception {
        FakeChat calm = room.person(6);
        List<String> all = IntStream.range(0, 250).mapToObj(number -> "第" + number).toList();
        all.forEach(words -> room.put(text(person, words)));
        room.put(text(calm, "一"));
        room.sender.start();
        assertThat(calm.awaitLast(1, SOON).text()).isEqualTo("一");
        while (room.outbox.waiting(Renderer.MESSENGER) > 0) {
            room.clock.move(Duration.ofSeconds(30));
            room.sender.wake();
            Thread.sleep(50);
        }

        assertThat(person.sent()).extracting(Sent::text).isEqualTo(all);
    }

    @Test
    void takesOverFromADeadReplica() throws Exception {
        room.put(text(person, "一"));
        assertThat(room.outbox.take(Renderer.MESSENGER, "dead", Duration.ofSeconds(60), 10)).hasSize(1);
        room.sender.start();
        assertThat(room.api.quiet(Duration.ofMillis(300))).isTrue();
        room.clock.move(Duration.ofSeconds(61));
        room.sender.wake();

        assertThat(person.awaitLast(1, SOON).text()).isEqualTo("一");
    }

    @Test
    void keepsToTheOverallLimit() throws Exception {
        room.close();
        room = new SendingRoom(folder, 30);
        for (int id = 100; id < 160; id++) {
            room.put(text(room.person(id), "一"));
        }
        room.sender.start();

        room.awaitEmpty();
        assertThat(room.api.violations()).isEmpty();
    }

    @Test
    void longTextsArriveWhole() throws Exception {
        String words = "学生居留😀<b>&amp;\"。".repeat(700);
        room.put(new Outgoing.Send(chat(person),
                RichText.builder().strong(words).link(words, "https://a.fr/?a&b").build(),
                List.of(), "77", null, false));
        room.sender.start();

        room.awaitEmpty();
        assertThat(String.join("", person.sent().stream().map(Sent::text).toList())).isEqualTo(words + words);
    }

    @Test
    void logsNeitherTextsNorPeopleNorTheToken(CapturedOutput output) throws Exception {
        room.api.faults().serverError("sendMessage", 1, 500);
        room.api.faults().resetBefore("sendMessage", 1);
        room.api.faults().badRequest("sendMessage", 1, "chat not found");
        FakeChat other = room.person(7_654_321);
        room.put(text(other, "秘密的话"), text(other, "另一句秘密"));
        OutgoingMessage broken = new OutgoingMessage("0", Renderer.MESSENGER, "telegram:7654321", "秘密", null,
                room.clock.instant(), room.clock.instant(), 0);
        room.outbox.add(broken);
        room.sender.start();

        room.awaitEmpty();
        assertThat(output).doesNotContain("秘密", "7654321", FakeBotApi.TOKEN);
    }

    @Test
    void makesACallThatIsWorthSomethingOnlyAtOnce() {
        FakeUser user = FakeUser.person(5, "小王");
        String query = room.api.inline(user, "学生");
        Outgoing.Result result = new Outgoing.Result("a", "题", "说明", RichText.of("答"));
        room.renderer.render(List.of(new Outgoing.Results(List.of(result))), query).direct()
                .forEach(room.sender::direct);

        assertThat(room.api.awaitInline(query, SOON).has("answered")).isTrue();
    }
}
