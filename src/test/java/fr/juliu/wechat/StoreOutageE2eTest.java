package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.store.OutsideLock;
import fr.juliu.trust.Tried;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program holds the database of the running bot. */
@Tried("WeChat while the database does not work")
@Tag("integration")
final class StoreOutageE2eTest {

    private static final String QUESTION = "学生居留能网上申请吗";

    private final Counting counting = new Counting();

    @Test
    void aMessageIsAnsweredTheSameWhenItComesAgainAndReadOn(@TempDir Path data) throws Exception {
        try (NpmWeChat crypto = NpmWeChat.usual(); WeChatApp app = new WeChatApp(data, counting::around)) {
            Follower wang = new Follower("oWang", crypto, false);
            String message = wang.text(QUESTION);
            try (OutsideLock lock = new OutsideLock(data.resolve("juliu.db"))) {
                Follower.Reply reply = wang.passOn(app.address(), message);
                String answer = wang.text(reply);
                while (answer.startsWith("正在查")) { // on a busy machine it takes longer than WeChat waits
                    answer = wang.says(app.address(), "继续");
                }
                assertThat(answer).startsWith("可以").contains("\n1. ");
                assertThat(wang.passOn(app.address(), message)).isEqualTo(reply);
                assertThat(wang.says(app.address(), "1")).contains("ANEF");
            }
            assertThat(counting.received()).isEqualTo(2);
        }
    }
}
