package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Amount;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.store.Feedback;
import fr.juliu.store.GroupSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the buttons do, and that nothing a press can say breaks anything. */
final class ButtonsTest {

    private static final String QUESTION = "学生居留能网上申请吗";
    private static final int PRESSES = Amount.of(1000, 5000);
    /** One known question in so many is asked. */
    private static final int EVERY = Amount.of(5, 1);
    private static final String TOO_OLD = "这条消息太久了，按钮不能用了。请再问一次。";

    private final ChatRoom room;
    private final Say asker;
    private final Say other;

    ButtonsTest(@TempDir Path folder) {
        room = new ChatRoom(folder);
        asker = Say.inGroup(room.clock, Say.ASKER);
        other = Say.inGroup(room.clock, Say.OTHER);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void feedbackIsKeptOnceAPersonAndReplaced() {
        List<Outgoing> answer = room.deliver(asker.text(QUESTION));
        String useless = ChatRoom.button(answer, "👎");
        assertThat(ChatRoom.text(press(asker, ChatRoom.button(answer, "👍")))).isEqualTo("谢谢！");
        List<Outgoing> reasons = press(asker, useless);
        assertThat(ChatRoom.buttons(reasons)).extracting(Outgoing.Button::label).containsExactly("答错了", "过时了", "答非所问",
                "看不懂");
        List<Outgoing> told = press(asker, ChatRoom.button(reasons, "过时了"));
        assertThat(ChatRoom.buttons(told)).extracting(Outgoing.Button::label).startsWith("👍 有用", "👎 没用");
        press(other, ChatRoom.button(answer, "👍"));

        List<Feedback> given = room.feedback.since(Instant.EPOCH);
        assertThat(given).extracting(Feedback::useful).containsExactlyInAnyOrder(false, true);
        assertThat(given).extracting(Feedback::reason).containsExactlyInAnyOrder("outdated", null);
        assertThat(given).allMatch(one -> one.question().equals(QUESTION) && one.outcome().equals("listed"));
    }

    @Test
    void anObjectionWrittenInReplyToAnAnswerIsKept() {
        room.deliver(asker.text(QUESTION));
        Say replying = asker.replyingToBot(room.lastSent(), "可以。");
        assertThat(ChatRoom.text(room.receive(replying.text("这条过时了 https://www.service-public.fr/new"))))
                .isEqualTo("谢谢，记下了。");
        assertThat(room.feedback.since(Instant.EPOCH)).singleElement().extracting(Feedback::question, Feedback::reason)
                .containsExactly(QUESTION, "outdated https://www.service-public.fr/new");
        assertThat(ChatRoom.text(room.receive(replying.text("那游客呢")))).contains("游客");
    }

    @Test
    void theWholeTextSaysMoreThanTheAnswer() {
        int offered = 0;
        List<KnownQuestion> questions = ChatRoom.EDITION.library().questions();
        for (int i = 0; i < questions.size(); i += EVERY) {
            KnownQuestion known = questions.get(i);
            Say privately = Say.privately(room.clock, new Person("telegram:" + (1000 + offered), "小王", false));
            List<Outgoing> answer = room.deliver(privately.text(known.question()));
            Optional<String> full = ChatRoom.buttons(answer).stream().map(Outgoing.Button::data)
                    .filter(data -> data.startsWith("full:")).findFirst();
            room.clock.pass(Duration.ofSeconds(61));
            if (full.isPresent()) {
                offered++;
                String whole = ChatRoom.first(room.receive(privately.press(room.lastSent(), full.get())),
                        Outgoing.Edit.class).text().plain();
                String told = ChatRoom.text(answer).replaceAll("\\s", "");
                assertThat(sentences(whole)).as(known.question()).anyMatch(sentence -> !told.contains(sentence));
            }
        }
        assertThat(offered).isPositive();
    }

    /** What a whole text says below its heading, without space. */
    private static Stream<String> sentences(String text) {
        return Stream.of(text.substring(text.indexOf('\n')).split("[。\n]", -1)).map(said -> said.replaceAll("\\s", ""));
    }

    @Test
    void theWholeTextTakesThePlaceOfTheCutOne() {
        Say privately = Say.privately(room.clock, Say.ASKER);
        List<Outgoing> answer = room.deliver(privately.text("网上申请居留的法律依据是什么"));
        Outgoing.Edit whole = ChatRoom.first(room.receive(privately.press(room.lastSent(),
                ChatRoom.button(answer, "展开全文"))), Outgoing.Edit.class);
        assertThat(whole.message()).isEqualTo(room.lastSent());
        assertThat(whole.text().plain().length()).isGreaterThan(ChatRoom.text(answer).length());
        assertThat(ChatRoom.buttons(List.of(whole))).extracting(Outgoing.Button::label).doesNotContain("展开全文");

        List<Outgoing> reasons = room.receive(privately.press(room.lastSent(), ChatRoom.button(answer, "👎")));
        List<Outgoing> thanks = room.receive(privately.press(room.lastSent(), ChatRoom.button(reasons, "过时了")));
        assertThat(ChatRoom.buttons(thanks)).extracting(Outgoing.Button::label).startsWith("👍 有用")
                .doesNotContain("展开全文");
    }

    @Test
    void theWholeTextIsSentOnce() {
        List<Outgoing> answer = room.deliver(asker.text("网上申请居留的法律依据是什么"));
        String full = ChatRoom.button(answer, "展开全文");
        assertThat(press(asker, full)).hasSizeGreaterThan(1);
        assertThat(press(other, full)).containsExactly(new Outgoing.Toast("全文已经发过了。", false));
    }

    @Test
    void theButtonsAreEditedOnlyWhenTheyChange() {
        List<Outgoing> answer = room.deliver(asker.text(QUESTION));
        String useful = ChatRoom.button(answer, "👍");
        assertThat(press(other, useful)).containsExactly(new Outgoing.Toast("谢谢！", false));
        List<Outgoing> reasons = press(asker, ChatRoom.button(answer, "👎"));
        assertThat(press(other, ChatRoom.button(answer, "👎"))).hasSize(1);
        assertThat(ChatRoom.buttons(press(other, useful))).extracting(Outgoing.Button::label).startsWith("👍 有用");
        assertThat(press(other, useful)).hasSize(1);
        assertThat(press(asker, ChatRoom.button(reasons, "过时了"))).hasSize(1);
    }

    @Test
    void anAnswerRememberedBeforeItKnewOfReasonsIsUnderstood() {
        assertThat(Answered.read("{\"outcome\":\"listed\",\"file\":\"a.md\",\"section\":\"一\",\"longer\":true,"
                + "\"next\":[]}")).isEqualTo(new Answered("listed", "a.md", "一", true, false, false, List.of()));
    }

    @Test
    void theWholeTextIsInTheScriptOfTheQuestion() {
        List<Outgoing> answer = room.deliver(asker.text("網上申請居留的法律依據是什麼"));
        List<Outgoing> whole = press(asker, ChatRoom.button(answer, "展開全文"));
        assertThat(ChatRoom.texts(whole).getFirst()).contains("資料截至").doesNotContain("资料截至");
    }

    @Test
    void aRelatedQuestionIsAskedAloneAndTheNextLeansOnIt() {
        Say privately = Say.privately(room.clock, Say.ASKER);
        List<Outgoing> answer = room.deliver(privately.text("哪种居留能网上申请？"));
        String next = ChatRoom.buttons(answer).stream().map(Outgoing.Button::data)
                .filter(data -> data.startsWith("next:")).findFirst().orElseThrow();
        assertThat(ChatRoom.texts(room.receive(privately.press(room.lastSent(), next))).getFirst()).isNotBlank();
        assertThat(room.log.since(Instant.EPOCH)).hasSize(2);
    }

    @Test
    void pressesAreLimitedLikeQuestions() {
        for (int i = 0; i < ChatRoom.LIMIT; i++) {
            assertThat(ChatRoom.texts(press(asker, "permit:etudiant")).getFirst()).startsWith("可以。");
        }
        for (String data : List.of("permit:etudiant", "list:1", "useful:none")) {
            assertThat(press(asker, data)).containsExactly(new Outgoing.Toast("慢一点，请等 61 秒再按，谢谢。", false));
        }
        assertThat(ChatRoom.texts(press(other, "list:1"))).hasSize(2);
    }

    @Test
    void anAnswerIsRememberedFor48Hours() {
        String useful = ChatRoom.button(room.deliver(asker.text(QUESTION)), "👍");
        room.clock.pass(Duration.ofHours(47));
        assertThat(ChatRoom.text(press(asker, useful))).isEqualTo("谢谢！");
        room.clock.pass(Duration.ofHours(2));
        assertThat(press(asker, useful)).containsExactly(new Outgoing.Toast(TOO_OLD, true));
    }

    @Test
    void aButtonOfAnotherChatSaysNothingHere() {
        Say privately = Say.privately(room.clock, Say.OTHER);
        String useful = ChatRoom.button(room.deliver(privately.text(QUESTION)), "👍");
        for (String verb : List.of("useful:", "useless:", "full:", "next:", "why:")) {
            String data = verb + useful.substring("useful:".length());
            assertThat(press(asker, data)).as(verb).containsExactly(new Outgoing.Toast(TOO_OLD, true));
        }
        assertThat(room.feedback.since(Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list:abc", "list:", "list:-1", "list:99999999999", "list:1.5", "permits:x", "permit:none",
            "permit:", "next:", "next::", "next:none:0", "full:", "why::", "useful", ":", "::", "x", "list", "pins:zz",
            "pin-show:", "pin-name:none", "pin-drop:'", "set:", "set:150", "set:-5", "set:maybe", "set:99999999999"})
    void malformedDataBreaksNothing(String data) {
        room.rights.give(Say.ASKER, Rights.Standing.ALL);
        for (Say say : List.of(asker, other, Say.privately(room.clock, Say.ASKER))) {
            assertThat(say.clock()).isSameAs(room.clock);
            List<Outgoing> done = room.receive(say.press("1", data));
            assertThat(done).filteredOn(Outgoing.Toast.class::isInstance).hasSize(1);
        }
        assertThat(room.groups.settings(Say.GROUP.id())).isEqualTo(GroupSettings.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "8", "99999999999", "x", "", "0:0", " 1"})
    void aRelatedQuestionThatIsNoneIsTooOld(String number) {
        String id = ChatRoom.button(room.deliver(asker.text(QUESTION)), "👍").substring("useful:".length());
        assertThat(press(asker, "next:" + id + ":" + number)).containsExactly(new Outgoing.Toast(TOO_OLD, true));
        assertThat(ChatRoom.texts(press(asker, "why:" + id + ":" + number))).contains("谢谢，记下了。");
    }

    @Test
    void nothingThatAPressCanSayThrows() {
        room.rights.give(Say.ASKER, Rights.Standing.ALL);
        String id = ChatRoom.button(room.deliver(asker.text(QUESTION)), "👍").substring("useful:".length());
        List<String> verbs = List.of("useful", "useless", "why", "full", "next", "list", "permits", "permit", "pins",
                "pin-show", "pin-name", "pin-drop", "set", "");
        Random random = new Random(20_261_110);
        for (int i = 0; i < PRESSES; i++) {
            StringBuilder data = new StringBuilder();
            if (random.nextInt(4) > 0) {
                data.append(verbs.get(random.nextInt(verbs.size()))).append(':');
            }
            if (random.nextBoolean()) {
                data.append(id).append(':');
            }
            int length = random.nextInt(Math.max(1, 64 - data.length()));
            room.clock.pass(Duration.ofSeconds(15));
            random.ints(length, ' ', 0x7F).forEach(c -> data.append((char) c));
            assertThat(press(asker, data.toString())).as(data.toString()).anyMatch(Outgoing.Toast.class::isInstance);
        }
    }

    @Test
    void settingsAreSetByThoseWhoMay() {
        assertThat(ChatRoom.text(press(asker, "set:on"))).isEqualTo("只有能改群信息的管理员可以用。");
        room.rights.give(Say.MODERATOR, Rights.Standing.ALL);
        Say moderator = Say.inGroup(room.clock, Say.MODERATOR);
        assertThat(ChatRoom.texts(press(moderator, "set:on")).getFirst()).startsWith("自动回答：开");
        assertThat(ChatRoom.text(press(moderator, "set:on"))).isEqualTo("已经是这样了");
        assertThat(ChatRoom.buttons(press(moderator, "set:95"))).extracting(Outgoing.Button::label).contains("✓ 95 %");
        assertThat(room.groups.settings(Say.GROUP.id())).isEqualTo(new GroupSettings(true, 0.95));
        assertThat(ChatRoom.texts(press(moderator, "set:off")).getFirst()).startsWith("自动回答：关");
    }

    private List<Outgoing> press(Say say, String data) {
        return room.receive(say.press(room.lastSent(), data));
    }
}
