package fr.juliu.telegram.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.juliu.chat.Chat;
import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Outgoing.Button;
import fr.juliu.store.OutgoingMessage;
import fr.juliu.tell.RichText;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RendererTest {

    private static final Chat CHAT = new Chat("telegram:-1001", Chat.Kind.GROUP, "7");

    private final AtomicInteger ids = new AtomicInteger();
    private final Renderer renderer = new Renderer(() -> "m" + ids.incrementAndGet(), MovingClock.standing());

    @Test
    void aLongTextRepliesWithItsFirstPageAndHasItsButtonsUnderItsLast() {
        List<OutgoingMessage> messages = messages(new Outgoing.Send(CHAT, RichText.of("字".repeat(9000)),
                List.of(List.of(new Button("有用", "u:1"))), "42", "e1", false));

        assertThat(messages).extracting(OutgoingMessage::id).containsExactly("m1", "m2", "m3");
        assertThat(messages).extracting(OutgoingMessage::exchange).containsExactly(null, null, "e1");
        JsonNode first = body(messages.getFirst());
        assertThat(first.path("chat_id").asText()).isEqualTo("-1001");
        assertThat(first.path("message_thread_id").asInt()).isEqualTo(7);
        assertThat(first.path("parse_mode").asText()).isEqualTo("HTML");
        assertThat(first.path("link_preview_options").path("is_disabled").asBoolean()).isTrue();
        assertThat(first.path("reply_parameters").path("message_id").asInt()).isEqualTo(42);
        assertThat(first.path("reply_parameters").path("allow_sending_without_reply").asBoolean()).isTrue();
        assertThat(first.has("reply_markup")).isFalse();
        JsonNode last = body(messages.getLast());
        assertThat(last.has("reply_parameters")).isFalse();
        assertThat(last.path("reply_markup").path("inline_keyboard").path(0).path(0).path("callback_data").asText())
                .isEqualTo("u:1");
    }

    @Test
    void aQuestionAsksForAReply() {
        JsonNode body = body(
                messages(new Outgoing.Send(CHAT, RichText.of("哪个？"), List.of(), "42", null, true)).getFirst());

        assertThat(body.path("reply_markup").path("force_reply").asBoolean()).isTrue();
        assertThat(body.path("reply_markup").path("selective").asBoolean()).isTrue();
    }

    @Test
    void pinsInSilence() {
        OutgoingMessage pin = messages(new Outgoing.PinInChat(CHAT, "42")).getFirst();

        assertThat(BotCall.read(pin.payload()).getMethod()).isEqualToIgnoringCase("pinChatMessage");
        assertThat(body(pin).path("disable_notification").asBoolean()).isTrue();
    }

    @Test
    void pinsNothingWhoseMessageIsNotKnown() {
        assertThat(messages(new Outgoing.PinInChat(CHAT, ""))).isEmpty();
        assertThat(messages(new Outgoing.UnpinInChat(CHAT, ""))).isEmpty();
        assertThat(messages(new Outgoing.UnpinInChat(CHAT, "42"))).hasSize(1);
    }

    @Test
    void sendsNothingForATextThatSaysNothing() {
        assertThat(messages(new Outgoing.Send(CHAT, RichText.of(" \n"), List.of(), null, null, false))).isEmpty();
        assertThat(messages(new Outgoing.Edit(CHAT, "42", RichText.of(""), List.of()))).isEmpty();
    }

    @Test
    void cutsAToast() {
        Mail mail = renderer.render(List.of(new Outgoing.Toast("😀".repeat(300), true)), "q1");
        JsonNode body = mail.direct().getFirst().body();

        assertThat(body.path("callback_query_id").asText()).isEqualTo("q1");
        assertThat(body.path("text").asText()).hasSize(199).endsWith("😀…");
        assertThat(body.path("show_alert").asBoolean()).isTrue();
    }

    @Test
    void offersTenResultsThatTelegramTakes() {
        List<Outgoing.Result> results = IntStream.range(0, 15).mapToObj(number -> result("r" + number)).toList();
        JsonNode body = renderer.render(List.of(new Outgoing.Results(results)), "q1").direct().getFirst().body();

        assertThat(body.path("results")).hasSize(10);
        assertThat(body.path("cache_time").asInt()).isEqualTo(60);
        JsonNode content = body.path("results").path(0).path("input_message_content");
        assertThat(content.path("parse_mode").asText()).isEqualTo("HTML");
        assertThat(content.path("link_preview_options").path("is_disabled").asBoolean()).isTrue();
    }

    @Test
    void leavesOutResultsThatTelegramRefuses() {
        List<Outgoing.Result> results = List.of(result("长".repeat(22)), result("a"), result("a"), result(""));
        JsonNode body = renderer.render(List.of(new Outgoing.Results(results)), "q1").direct().getFirst().body();

        assertThat(body.path("results")).hasSize(1);
        JsonNode none = renderer.render(List.of(new Outgoing.Results(List.of())), "q1").direct().getFirst().body();
        assertThat(none.path("results").isArray()).isTrue();
    }

    @Test
    void handsJobsOver() {
        Outgoing.Job job = new Outgoing.Job(CHAT, RichText.of("开始"), null, progress -> RichText.of("好"));

        assertThat(renderer.render(List.of(job), null).jobs()).containsExactly(job);
    }

    private List<OutgoingMessage> messages(Outgoing outgoing) {
        return renderer.render(Collections.singletonList(outgoing), null).messages();
    }

    private static JsonNode body(OutgoingMessage message) {
        return BotCall.read(message.payload()).body();
    }

    private static Outgoing.Result result(String id) {
        return new Outgoing.Result(id, "题", "说明", RichText.of("字".repeat(5000)));
    }
}
