package fr.juliu.telegram.send;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.juliu.chat.Outgoing;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** The call that sends a text as a file: kept as a {@link BotCall} that holds the text, and made as a form. */
final class DocumentCall extends SendDocument {

    private static final String NAME = "sendDocument";
    private static final String FILE = "file_name";
    private static final String CONTENT = "content";

    private DeliveryOutcome outcome = new DeliveryOutcome.Unanswered("no answer");

    private DocumentCall(String chat, InputFile document) {
        super(chat, document);
    }

    /** The call as it is kept. */
    static BotCall write(Outgoing.Document document) {
        ObjectNode body = Target.of(document.chat(), document.replyTo())
                .put(FILE, document.name()).put(CONTENT, document.content());
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
        DocumentCall document = new DocumentCall(Target.chat(body),
                new InputFile(new ByteArrayInputStream(content), body.path(FILE).asText()));
        document.setMessageThreadId(Target.thread(body));
        document.setReplyParameters(Target.reply(body));
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
