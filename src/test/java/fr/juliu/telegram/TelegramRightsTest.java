package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.chat.Chat;
import fr.juliu.chat.Person;
import fr.juliu.chat.Rights;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TelegramRightsTest {

    private static final FakeUser MING = FakeUser.person(5, "明");
    private static final FakeUser HONG = FakeUser.person(6, "红");
    private static final Chat GROUP = new Chat("telegram:-1001234567890", Chat.Kind.GROUP, null);

    @TempDir
    private Path folder = Path.of("");

    private final FakeBotApi telegram = new FakeBotApi();

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void rightsAreThoseOfTelegram() {
        FakeUser li = FakeUser.person(8, "李");
        telegram.supergroup(-1001234567890L, "群").member(MING).creator(HONG).administrator(li, "can_pin_messages")
                .administrator(FakeBotApi.BOT, "can_change_info");
        try (Bot bot = new Bot(telegram.url(), folder.resolve("juliu.db"), Bot::echo)) {
            await(() -> bot.registration.self().isPresent());
            assertThat(bot.rights.of(GROUP, person(MING.id()))).isEqualTo(Rights.Standing.NONE);
            assertThat(bot.rights.of(GROUP, person(HONG.id()))).isEqualTo(Rights.Standing.ALL);
            assertThat(bot.rights.of(GROUP, person(li.id()))).isEqualTo(new Rights.Standing(true, false));
            assertThat(bot.rights.ofBot(GROUP)).isEqualTo(new Rights.Standing(false, true));
            assertThat(bot.rights.of(GROUP, new Person(GROUP.id(), "匿名管理员", true))).isEqualTo(Rights.Standing.ALL);
            assertThat(bot.rights.of(GROUP, person(-1009))).isEqualTo(Rights.Standing.NONE);
            assertThat(bot.rights.of(GROUP, new Person("telegram:-1009", "匿名管理员", true)))
                    .isEqualTo(Rights.Standing.NONE);
        }
    }

    @Test
    void whatTelegramDoesNotTellIsNotKnown() {
        telegram.supergroup(-1001234567890L, "群").creator(HONG);
        try (BotQueries api = new BotQueries(new OkHttpClient(), telegram.url(), FakeBotApi.TOKEN)) {
            TelegramRights rights = new TelegramRights(api, Optional::empty);
            assertThat(rights.ofBot(GROUP)).isEqualTo(Rights.Untold.NOT_REACHED);
            telegram.faults().serverError("getChatMember", 1, 502);
            assertThat(rights.of(GROUP, person(HONG.id()))).isEqualTo(Rights.Untold.NOT_REACHED);
            telegram.faults().tooMany("getChatMember", 1, 1);
            assertThat(rights.of(GROUP, person(HONG.id()))).isEqualTo(Rights.Untold.NOT_REACHED);
            assertThat(rights.of(GROUP, person(HONG.id()))).isEqualTo(Rights.Standing.ALL);
        }
    }

    @Test
    void whenItIsRefusedTheCauseIsThatTheBotLeadsNothingOrThatTheyAreNotThere() {
        FakeChat group = telegram.supergroup(-1001234567890L, "群").creator(HONG);
        try (Bot bot = new Bot(telegram.url(), folder.resolve("juliu.db"), Bot::echo)) {
            await(() -> bot.registration.self().isPresent());
            telegram.faults().badRequest("getChatMember", 1, "CHAT_ADMIN_REQUIRED");
            assertThat(bot.rights.of(GROUP, person(HONG.id()))).isEqualTo(Rights.Untold.BOT_IS_NO_ADMIN);
            telegram.faults().badRequest("getChatMember", 1, "member list is inaccessible");
            assertThat(bot.rights.of(GROUP, person(HONG.id()))).isEqualTo(Rights.Untold.BOT_IS_NO_ADMIN);
            telegram.faults().forbidden("getChatMember", 2, "bot was kicked from the supergroup chat");
            assertThat(bot.rights.of(GROUP, person(HONG.id()))).isEqualTo(Rights.Untold.BOT_IS_NO_ADMIN);
            group.administrator(FakeBotApi.BOT);
            telegram.faults().badRequest("getChatMember", 1, "user not found");
            assertThat(bot.rights.of(GROUP, person(HONG.id()))).isEqualTo(Rights.Standing.NONE);
        }
    }

    private static Person person(long id) {
        return new Person("telegram:" + id, "人", false);
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("it did not come true");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
