package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.OutsideLock;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import fr.juliu.trust.Tried;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program holds the database of the running bot. */
@Tried("Telegram while the database does not work")
@Tag("integration")
final class StoreOutageE2eTest {

    private static final String LAW = "网上申请居留的法律依据是什么";

    private final FakeUser ming = FakeUser.person(1, "明");

    @Test
    void anAnswerComesOnceAndItsButtonsWork(@TempDir Path data) throws Exception {
        try (FakeBotApi telegram = new FakeBotApi(); App app = new App(telegram, data, App.UNLIMITED)) {
            Talk talk = new Talk(telegram, telegram.privateChat(ming));
            assertThat(talk.ask(ming, "/help").text()).contains("/forget");
            app.awaitNothingWaiting();
            try (OutsideLock lock = new OutsideLock(data.resolve("juliu.db"))) {
                Sent answer = talk.ask(ming, LAW);
                assertThat(talk.press(ming, answer, "展开全文").text().length()).isGreaterThan(answer.text().length());
                assertThat(talk.toast(ming, answer, "👍 有用")).as("what cannot be kept").startsWith("抱歉");
            }
            assertThat(talk.ask(ming, "学生居留能网上申请吗").text()).startsWith("可以。");
            app.awaitNothingWaiting();
            assertThat(talk.chat.sent()).as("help, two answers, the whole text of one").hasSize(4);
        }
    }
}
