package fr.juliu.chat;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.HandClock;
import fr.juliu.tell.RichText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to pick from in any chat. */
final class InlineAnswersTest {

    private static final CurrentEdition EDITION = new CurrentEdition(ChatRoom.EDITION);

    private final InlineAnswers inline = new InlineAnswers(EDITION, new PageLinks(null), ChatRoom.FIXED);
    private int people;

    @Test
    void wordsGetTheAnswerToSend() {
        Outgoing.Result first = to("学生居留").getFirst();
        assertThat(first.title()).isEqualTo("学生居留");
        assertThat(first.description()).startsWith("可以。学生 étudiant：2020 年 9 月起").endsWith("（截至 2024 年 7 月）");
        assertThat(first.text().plain()).startsWith("学生 étudiant：2020 年 9 月起").contains("资料截至 2024 年 7 月", "来源：");
    }

    @Test
    void theSourceLeadsToItsPage() {
        var linking = new InlineAnswers(EDITION, new PageLinks(URI.create("https://juliu.example.org")),
                ChatRoom.FIXED);
        assertThat(results(linking, "学生居留").getFirst().text().spans())
                .filteredOn(RichText.Linked.class::isInstance).extracting(span -> ((RichText.Linked) span).url())
                .anyMatch(url -> url.startsWith("https://juliu.example.org/a/demande-en-ligne#"));
    }

    @Test
    void withoutWordsWhatIsAskedMost() {
        assertThat(to("")).extracting(Outgoing.Result::title).containsExactly("最近新上线了哪些居留", "哪些居留可以网上申请");
        assertThat(to(" \u3000")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"居留", "a", "人才", "passeport", "学生居留能网上申请吗", "學生"})
    void tenAnswersAtMostNoneTwice(String query) {
        List<Outgoing.Result> results = to(query);
        assertThat(results).hasSizeBetween(1, 10);
        assertThat(results).extracting(Outgoing.Result::id).doesNotHaveDuplicates();
        assertThat(results).extracting(Outgoing.Result::text).extracting(RichText::plain).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好", "火星", "👍", "../..", "<b>", "\ud83d", "%", "'; DROP TABLE pin; --"})
    void whatHasNoAnswerOffersNoRefusal(String query) {
        assertThat(to(query)).noneMatch(result -> result.text().plain().contains("不敢乱说")
                || result.text().plain().startsWith("没看懂"));
    }

    @Test
    void traditionalCharactersAreAnsweredInKind() {
        assertThat(to("學生居留能網上申請嗎").getFirst().text().plain()).contains("學生", "資料截至");
    }

    @Test
    void noResultIsTooLongForAMessenger() {
        Random random = new Random(20_261_110);
        for (int i = 0; i < 300; i++) {
            StringBuilder query = new StringBuilder();
            random.ints(1 + random.nextInt(30), 0, 0x9FFF).forEach(query::appendCodePoint);
            for (Outgoing.Result result : to(query.toString())) {
                assertThat(result.id().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 64);
                assertThat(result.description()).hasSizeLessThanOrEqualTo(100);
            }
        }
    }

    @Test
    void whoeverTypesTooMuchGetsNothingForAMinute() {
        HandClock clock = new HandClock();
        InlineAnswers limited = new InlineAnswers(EDITION, new PageLinks(null), clock);
        Incoming.Inline typed = new Incoming.Inline("telegram:1", Say.ASKER, "学生居留");
        for (int i = 0; i < 60; i++) {
            assertThat(limited.to(typed)).hasSize(1);
        }
        assertThat(limited.to(typed)).isEmpty();
        assertThat(limited.to(new Incoming.Inline("telegram:2", Say.OTHER, "学生居留"))).hasSize(1);
        clock.pass(Duration.ofSeconds(61));
        assertThat(limited.to(typed)).hasSize(1);
    }

    /** What somebody who has typed nothing before gets. */
    private List<Outgoing.Result> to(String query) {
        return results(inline, query);
    }

    private List<Outgoing.Result> results(InlineAnswers answers, String query) {
        people++;
        Person person = new Person("telegram:" + people, "小王", false);
        return ChatRoom.first(answers.to(new Incoming.Inline("telegram:1", person, query)), Outgoing.Results.class)
                .results();
    }
}
