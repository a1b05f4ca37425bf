package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Amount;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of 1,000 updates in groups and private chats, with restarts in between, most of them while messages are under
 * way: every reply expected is sent once and in order, and none else. 300 more lines are talk of other things, and some
 * are remarks on the bot's answers: to these no reply is expected.
 */
@Tag("integration")
final class GroupDayTest {

    private static final int UPDATES = Amount.of(400, 1000);
    private static final int ROUND = 25;
    private static final int RESTART_EVERY = 5;
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final FakeUser MODERATOR = FakeUser.person(50, "管理员");
    private static final String BOT = "@" + FakeBotApi.BOT_NAME + " ";
    private static final Map<String, String> QUESTIONS = questions();
    private static final List<String> ASKED = List.copyOf(QUESTIONS.keySet());
    private static final List<String> PINS = List.of("宣誓翻译找谁", "里昂哪里能拍证件照", "火锅店在哪里");
    private static final List<String> CHATTER = List.of("哈哈哈", "今天的火锅真好吃", "谢谢大家", "周末去哪里玩", "👍👍",
            "我刚从超市回来", "@someone_else 明天见");

    private static final List<String> TALK = lines("group-talk.txt", "");
    private static final List<String> REMARKS = lines("group-replies.txt", "- ");

    @TempDir
    private Path data = Path.of("");

    private final Random random = new Random(20_260_723);
    private final FakeBotApi telegram = new FakeBotApi();
    private final List<DayChat> chats = new ArrayList<>();
    private final Map<String, Integer> done = new LinkedHashMap<>();
    private int updates;
    private int said;
    private App app;

    @BeforeEach
    void gather() {
        for (int n = 1; n <= 4; n++) {
            FakeChat group = telegram.supergroup(-1_003_000_000_000L - n, "群 " + n).creator(MODERATOR);
            chats.add(new DayChat(n == 1 ? group : group.administrator(FakeBotApi.BOT, "can_pin_messages"), n == 2));
        }
        for (int n = 1; n <= 6; n++) {
            chats.add(new DayChat(telegram.privateChat(person(n)), false));
        }
        start();
    }

    @AfterEach
    void end() {
        app.close();
        telegram.close();
    }

    @Test
    void everyReplyExpectedIsSentOnce() {
        answerUnaskedWhereWanted();
        int restarts = 0;
        for (int round = 1; updates < UPDATES; round++) {
            live(Math.min(UPDATES, updates + ROUND));
            talk(TALK.size() * updates / UPDATES);
            if (round % RESTART_EVERY == 0) {
                app.close();
                live(Math.min(UPDATES, updates + 3));
                start();
                restarts++;
            }
            if (round % 2 == 0) {
                settle();
            }
        }
        settle();
        assertThat(telegram.quiet(Duration.ofSeconds(1))).isTrue();
        chats.forEach(DayChat::check);
        assertThat(restarts).isGreaterThanOrEqualTo(UPDATES / 200);
        assertThat(said).isEqualTo(TALK.size());
        System.out.println("GROUP DAY updates=" + updates + " other talk=" + said
                + " replies to it=0 repeats shown above="
                + chats.stream().mapToInt(DayChat::repeats).sum() + " " + done + " restarts=" + restarts + " replies="
                + chats.stream().mapToInt(DayChat::expectations).sum() + " all sent once and in order");
    }

    /** People talk of other things, also in reply to the bot; nobody is answered. */
    private void talk(int until) {
        List<DayChat> groups = chats.stream().filter(chat -> chat.chat.isGroup()).toList();
        while (said < until) {
            DayChat group = said % 2 == 0 ? groups.get(1) : pick(groups);
            group.chat.say(someone(group), TALK.get(said++));
            if (said % 4 == 0 && !group.given.isEmpty()) {
                group.chat.reply(someone(group), pick(group.given).sent.id(), pick(REMARKS));
            }
        }
    }

    private void start() {
        app = new App(telegram, data, "--juliu.telegram.rate=0", "--juliu.telegram.chat-rate=0",
                "--juliu.telegram.group-rate=0", "--juliu.limit.person=0");
    }

    private void answerUnaskedWhereWanted() {
        for (DayChat wanting : chats.stream().filter(chat -> chat.auto).toList()) {
            wanting.expect(wanting.chat.say(MODERATOR, "/settings"), "自动回答：关");
            Sent panel = wanting.chat.awaitLast(1, SOON);
            wanting.chat.press(MODERATOR, panel, "打开自动回答");
            wanting.expectChange("editMessageText", "自动回答：开");
        }
        settle();
        updates = 2;
    }

    /** Waits until all is handled and sent, and looks at what came. */
    private void settle() {
        assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).isTrue();
        app.awaitNothingWaiting();
        chats.forEach(DayChat::check);
    }

    private void live(int until) {
        while (updates < until) {
            DayChat chat = chats.get(random.nextInt(chats.size()));
            int what = random.nextInt(100);
            if (what < 35) {
                count("questions", ask(chat));
            } else if (what < 50) {
                count("chatter", chatter(chat));
            } else if (what < 65) {
                count("commands", command(chat));
            } else if (what < 75) {
                count("edits", edit(chat));
            } else if (what < 87) {
                count("presses", press(chat));
            } else if (what < 97) {
                count("duplicates", again());
            } else {
                count("late", late(chat));
            }
        }
    }

    private void count(String kind, boolean happened) {
        if (happened) {
            done.merge(kind, 1, Integer::sum);
            updates++;
        }
    }

    private boolean ask(DayChat chat) {
        if (chat.chat.isGroup() && random.nextInt(4) == 0) {
            String question = pick(PINS);
            int message = chat.chat.say(someone(chat), BOT + question);
            chat.expectAnswer(message, question, chat.pins.contains(question) ? "本群的回答" : "我的资料里没有");
            return true;
        }
        String question = pick(ASKED);
        int message = chat.chat.say(someone(chat), chat.chat.isGroup() ? BOT + question : question);
        chat.expectAnswer(message, question, words(question));
        return true;
    }

    private boolean chatter(DayChat chat) {
        if (!chat.chat.isGroup()) {
            return false;
        }
        boolean question = random.nextInt(3) == 0;
        String text = question ? ASKED.getFirst() : pick(CHATTER);
        int message = chat.chat.say(someone(chat), text);
        if (question && chat.auto) {
            chat.expectAnswer(message, text, words(text));
        } else if (random.nextInt(5) == 0 && !question) {
            chat.chat.edit(message, text + "！");
            updates++;
        }
        return true;
    }

    private boolean command(DayChat chat) {
        if (chat.chat.isGroup() && random.nextInt(3) == 0) {
            String question = pick(PINS);
            int said = chat.chat.say(someone(chat), "可以问王老师，电话在群文件里");
            updates++;
            chat.expect(chat.chat.reply(MODERATOR, said, "/pin " + question), "记住了。");
            chat.pins.add(question);
            return true;
        }
        switch (random.nextInt(4)) {
            case 0 -> chat.expect(chat.chat.say(someone(chat), "/help"),
                    chat.chat.isGroup() ? "@我 再写问题就行" : "/permit 看某一种居留");
            case 1 -> chat.expect(chat.chat.say(someone(chat), "/list@" + FakeBotApi.BOT_NAME), "（1/2）");
            case 2 -> chat.expect(chat.chat.say(someone(chat), "/id"), "您的号码：");
            default -> {
                int message = chat.chat.say(someone(chat), "/status");
                if (!chat.chat.isGroup()) {
                    chat.expect(message, "只有知识库的管理员");
                }
            }
        }
        return true;
    }

    private boolean edit(DayChat chat) {
        if (chat.given.isEmpty()) {
            return false;
        }
        DayChat.Given answer = pick(chat.given);
        String question = pick(ASKED.stream().filter(other -> !other.equals(answer.asked)).toList());
        chat.chat.edit(answer.question, chat.chat.isGroup() ? BOT + question : question);
        chat.expectChange("editMessageText", words(question));
        answer.asked = question;
        answer.reasons = false;
        return true;
    }

    private boolean press(DayChat chat) {
        if (chat.given.isEmpty()) {
            return false;
        }
        DayChat.Given answer = pick(chat.given);
        FakeUser by = someone(chat);
        String id = answer.sent.data("👎 没用").split(":", 2)[1];
        if (answer.reasons) {
            chat.chat.pressData(by, answer.sent.id(), "why:" + id + ":wrong");
            chat.expectChange("editMessageReplyMarkup", "");
            answer.reasons = false;
        } else if (random.nextBoolean()) {
            chat.chat.pressData(by, answer.sent.id(), "useless:" + id);
            chat.expectChange("editMessageReplyMarkup", "");
            answer.reasons = true;
        } else {
            chat.chat.pressData(by, answer.sent.id(), "useful:" + id);
        }
        return true;
    }

    private boolean again() {
        int recent = telegram.lastUpdate() - random.nextInt(60);
        if (recent <= 700_000_000) {
            return false;
        }
        telegram.deliverAgain(recent);
        return true;
    }

    /** What was written long before it reaches the bot gets one apology together. */
    private boolean late(DayChat chat) {
        int message = chat.chat.by(someone(chat)).at(Instant.now().minus(Duration.ofHours(1)))
                .text(BOT + pick(ASKED));
        if (!chat.apologised) {
            chat.expect(0, "抱歉，我刚才断线了");
            chat.apologised = true;
        }
        return message > 0;
    }

    private FakeUser someone(DayChat chat) {
        return chat.chat.isGroup() ? person(1 + random.nextInt(12)) : person((int) chat.chat.id() - 100);
    }

    private <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private static FakeUser person(int number) {
        return FakeUser.person(100L + number, "网友 " + number);
    }

    private static String words(String question) {
        return QUESTIONS.getOrDefault(question, "");
    }

    private static List<String> lines(String file, String mark) {
        try {
            return Files.readAllLines(Path.of("src/test/resources", file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && line.startsWith(mark))
                    .map(line -> line.substring(mark.length())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("学生居留能网上申请吗", "2020 年 9 月起");
        questions.put("游客居留能网上申请吗", "2021 年 9 月起");
        questions.put("人才护照居留能网上申请吗", "2021 年 5 月起");
        questions.put("未成年人通行证能网上申请吗", "2021 年 10 月起");
        questions.put("难民旅行证能网上申请吗", "2022 年 3 - 4 月起");
        questions.put("季节工居留能网上申请吗", "2023 年 4 月起");
        questions.put("10 年卡续签能网上申请吗", "2024 年 7 月起");
        questions.put("平台打不开怎么办", "网上有困难办不成");
        questions.put("红烧肉怎么做", "我的资料里没有");
        return questions;
    }
}
