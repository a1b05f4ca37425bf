package fr.juliu.telegram.send;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.juliu.chat.Outgoing;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** The call that sends a text as a file: kept as a {@link BotCall} that holds the text, and made as a form. */
final class DocumentCall extends SendDocument {

    private static final String NAME = "sendDocument";
    private static final String FILE = "file_name";
    private static final String CONTENT = "content";
    private static final String THREAD = "message_thread_id";
    private static final String REPLY = "reply_to";

    private DeliveryOutcome outcome = new DeliveryOutcome.Unanswered("no answer");

    private DocumentCall(String chat, InputFile document) {
        super(chat, document);
    }

    /** The call as it is kept. */
    static BotCall write(Outgoing.Document document) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("chat_id", Renderer.bare(document.chat().id()))
                .put(FILE, document.name()).put(CONTENT, document.content());
        if (document.chat().topic() != null) {
            body.put(THREAD, Integer.parseInt(document.chat().topic()));
        }
        if (document.replyTo() != null) {
            body.put(REPLY, Integer.parseInt(document.replyTo()));
        }
        return BotCall.of(NAME, body);
    }

    /** Whether a kept call sends a text as a file, not a file that Telegram keeps. */
    static boolean is(BotCall call) {
        return call.getMethod().equals(NAME) && call.body().has(CONTENT);
    }

    /** The call as it is made now. */
    static DocumentCall of(BotCall call) {
        ObjectNode body = call.body();
        byte[] content = body.path(CONTENT).asText().getBytes(StandardCharsets.UTF_8);
        DocumentCall document = new DocumentCall(body.path("chat_id").asText(),
                new InputFile(new ByteArrayInputStream(content), body.path(FILE).asText()));
        if (body.has(THREAD)) {
            document.setMessageThreadId(body.path(THREAD).asInt());
        }
        if (body.has(REPLY)) {
            document.setReplyParameters(ReplyParameters.builder().messageId(body.path(REPLY).asInt())
                    .allowSendingWithoutReply(true).build());
        }
        return document;
    }

    /** What came of it, once it is made. */
    DeliveryOutcome outcome() {
        return outcome;
    }

    @Override
    public Message deserializeResponse(String answer) {
        outcome = BotCall.outcome(answer);
        return new Message();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
