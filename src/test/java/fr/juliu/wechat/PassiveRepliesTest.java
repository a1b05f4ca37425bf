package fr.juliu.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.juliu.store.Database;
import fr.juliu.store.Replays;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PassiveRepliesTest {

    @Test
    void aMessageAskedAgainGetsWhatItGot(@TempDir Path data) {
        try (Database database = Database.sqlite(data.resolve("juliu.db"))) {
            Replays replays = new Replays(database, Clock.systemUTC());
            PassiveReplies replies = new PassiveReplies(replays, Ticker.systemTicker());
            String first = replies.reply("wechat:24", replies.deadline(), () -> "可以。");
            String again = replies.reply("wechat:24", replies.deadline(), () -> "never made"); // 可以。

            assertThat(first).isEqualTo("可以。");
            assertThat(again).isEqualTo(first);
        }
    }
}
