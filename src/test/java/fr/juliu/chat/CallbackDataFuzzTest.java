package fr.juliu.chat;

import fr.juliu.trust.Alone;
import fr.juliu.trust.Fuzz;
import fr.juliu.trust.Mutation;
import fr.juliu.trust.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What buttons say, changed by chance: each press gets a word, and none breaks anything. */
@Tag("trust")
@Timeout(3600)
@ResourceLock(providers = Alone.class)
final class CallbackDataFuzzTest {

    private static final List<Person> PEOPLE = List.of(Say.ASKER, Say.OTHER, Say.MODERATOR, Say.ADMIN, Say.ANONYMOUS);
    private static final List<String> ASKED = List.of("学生居留能网上申请吗", "网上申请居留的法律依据是什么", "/list", "/permit", "/settings",
            "/mute", "/pins", "/missed", "/setup", "转人工", "今天天气怎么样");

    /** What every button says that has been shown, and some of each verb. */
    private static List<String> shown(ChatRoom room) {
        List<String> data = new ArrayList<>(List.of("useful:1", "useless:1", "why:1:outdated", "full:1", "next:1:2",
                "list:0", "permits:1", "permit:etudiant", "set:speak:all", "pins:1:0", "x", ":"));
        for (Person person : List.of(Say.ASKER, Say.MODERATOR)) {
            for (String text : ASKED) {
                for (Say say : List.of(Say.privately(room.clock, person), Say.inGroup(room.clock, person))) {
                    ChatRoom.buttons(room.deliver(say.text(text))).stream().map(Outgoing.Button::data)
                            .forEach(data::add);
                    room.clock.pass(Duration.ofMinutes(1));
                }
            }
        }
        return data;
    }

    @Test
    void noPressIsTooMuch(@TempDir Path folder) {
        try (ChatRoom room = new ChatRoom(folder)) {
            room.rights.give(Say.MODERATOR, Rights.Standing.ALL);
            Mutation presses = new Mutation(shown(room));
            Fuzz.run("pressed buttons", Trust.of(1000, 1_000_000), random -> press(room, presses, random),
                    room::receive);
        }
    }

    private static Incoming.Press press(ChatRoom room, Mutation presses, Random random) {
        Person person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        Say say = random.nextBoolean() ? Say.inGroup(room.clock, person) : Say.privately(room.clock, person);
        String message = random.nextInt(4) == 0 ? "nonsense" : String.valueOf(9000 + random.nextInt(40));
        return say.press(message, presses.of(random));
    }
}
