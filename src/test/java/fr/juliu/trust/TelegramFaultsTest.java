package fr.juliu.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Telegram as bad as it can be for a while: no question is lost, and a reply comes once unless a connection broke. */
@Tag("trust")
@Tag("integration")
@Tag("benchmark")
@Timeout(3600)
final class TelegramFaultsTest {

    private static final double SHARE = 0.3;
    private static final Duration HANG = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final int SECONDS = Trust.of(5, 600);
    private static final int PER_SECOND = 4;
    private static final List<String> ASKED = List.of("学生居留能网上申请吗", "游客居留能网上申请吗", "丢了居留卡怎么办", "入籍能网上申请吗",
            "salarié 能网上申请吗", "十年卡续签可以在线办吗");

    @Test
    void nothingIsLostAndRepliesComeOnce(@TempDir Path data) {
        try (FakeBotApi telegram = new FakeBotApi();
                Server server = Server
                        .start(Server.Plan.of(data, FirstArticle.folder(), telegram, "--juliu.model=off"))
                        .awaitReady()) {
            telegram.faults().byChance(SHARE, HANG, 18);
            List<FakeChat> askers = new ArrayList<>();
            for (int n = 0; n < SECONDS * PER_SECOND; n++) {
                FakeUser asker = FakeUser.person(2000 + n, "网友 " + n);
                FakeChat chat = telegram.privateChat(asker);
                chat.say(asker, ASKED.get(n % ASKED.size()));
                askers.add(chat);
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos() / PER_SECOND);
            }
            int unheard = telegram.faults().sentUnheard();
            telegram.faults().clear();
            assertThat(telegram.awaitConfirmed(telegram.lastUpdate(), SOON)).as("all taken").isTrue();
            List<Integer> copies = awaited(askers);
            long none = copies.stream().filter(count -> count == 0).count();
            long again = copies.stream().mapToInt(count -> Math.max(0, count - 1)).sum();
            boolean up = server.health().equals("UP");
            Trust.row("faults",
                    "Bot API, 30 % of calls refused, failed, broken off or 60 s late, for " + SECONDS + " s",
                    askers.size() + " questions, " + none + " without a reply, " + again + " replies more than once, "
                            + unheard + " sent whose answer was lost, health after it " + server.health(),
                    "none lost, no more copies than answers lost, UP without a restart",
                    none == 0 && again <= unheard && up);
            assertThat(none).as("questions without a reply").isZero();
            assertThat(again).as("replies that came again").isLessThanOrEqualTo(unheard);
            assertThat(up).as(server.health()).isTrue();
        }
    }

    /** How many replies each asker has of the one question, once each has one or the time is over. */
    private static List<Integer> awaited(List<FakeChat> askers) {
        long until = System.nanoTime() + SOON.toNanos();
        List<Integer> copies = copies(askers);
        while (copies.contains(0) && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            copies = copies(askers);
        }
        return copies;
    }

    private static List<Integer> copies(List<FakeChat> askers) {
        return askers.stream().map(FakeChat::sentCount).toList();
    }
}
