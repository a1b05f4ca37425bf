package fr.juliu.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.Sent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A chat of a scripted day, with what the bot is to send there, in order. */
final class DayChat {

    /** One thing that the bot is to send; in a group it hangs under a message. */
    private record Expected(String method, int replyTo, String words, int question, String asked) {
    }

    /** An answer that has come, to be pressed, edited and asked about. */
    static final class Given {

        final Sent sent;
        final int question;
        String asked;
        boolean reasons;

        Given(Sent sent, int question, String asked) {
            this.sent = sent;
            this.question = question;
            this.asked = asked;
        }
    }

    private static final String ABOVE = "刚答过，见上面这条。";

    final FakeChat chat;
    final boolean auto;
    final List<Given> given = new ArrayList<>();
    final Set<String> pins = new HashSet<>();
    boolean apologised;
    private final List<Expected> expected = new ArrayList<>();
    private int checked;
    private int repeats;

    DayChat(FakeChat chat, boolean auto) {
        this.chat = chat;
        this.auto = auto;
    }

    /** The bot is to say words under a message. */
    void expect(int message, String words) {
        expected.add(new Expected("sendMessage", message, words, 0, ""));
    }

    /** The bot is to answer a question. */
    void expectAnswer(int message, String question, String words) {
        expected.add(new Expected("sendMessage", message, words, message, question));
    }

    /** The bot is to change a message. */
    void expectChange(String method, String words) {
        expected.add(new Expected(method, 0, words, 0, ""));
    }

    /** How many repeated questions got a word under the answer above. */
    int repeats() {
        return repeats;
    }

    int expectations() {
        return expected.size();
    }

    /** All that was expected has come, once and in order, and nothing else. */
    void check() {
        List<Sent> sent = chat.sent();
        assertThat(sent).as(() -> story(sent)).hasSameSizeAs(expected);
        for (; checked < expected.size(); checked++) {
            Expected due = expected.get(checked);
            Sent came = sent.get(checked);
            assertThat(came.method()).as(() -> story(sent)).isEqualTo(due.method);
            if (due.question != 0 && came.text().endsWith(ABOVE)) {
                int above = came.replyTo();
                assertThat(sent.stream().filter(said -> said.id() == above).map(Sent::text)).as(() -> story(sent))
                        .anyMatch(said -> said.contains(due.words));
                repeats++;
                continue;
            }
            assertThat(came.text()).as(() -> story(sent)).contains(due.words);
            if (due.method.equals("sendMessage")) {
                assertThat(came.replyTo()).as(() -> story(sent)).isEqualTo(chat.isGroup() ? due.replyTo : 0);
            }
            if (due.question != 0 && came.text().contains("资料截至")) {
                given.add(new Given(came, due.question, due.asked));
            }
        }
    }

    private String story(List<Sent> sent) {
        return "chat " + chat.id() + " expected\n" + lines(expected.stream()
                .map(due -> due.method + " " + due.replyTo + " " + due.words).toList()) + "\nand got\n"
                + lines(sent.stream().map(came -> came.method() + " " + came.replyTo() + " "
                        + came.text().lines().findFirst().orElse("")).toList());
    }

    private String lines(List<String> things) {
        return IntStream.range(Math.min(checked, things.size()), things.size())
                .mapToObj(n -> n + ": " + things.get(n)).collect(Collectors.joining("\n"));
    }
}
