package fr.juliu.telegram.send;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.juliu.chat.Outgoing;
import fr.juliu.chat.Picture;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * The call that sends a picture: kept as a {@link BotCall} that holds the picture's name, and made as a form with its
 * bytes. Like that one it reads no more of the answer than it needs.
 */
final class PhotoCall extends SendPhoto {

    /** What the Bot API calls it. */
    static final String NAME = "sendPhoto";

    private DeliveryOutcome outcome = new DeliveryOutcome.Unanswered("no answer");

    private PhotoCall(String chat, InputFile photo) {
        super(chat, photo);
    }

    /** The call as it is kept. */
    static BotCall write(Outgoing.Photo photo, String caption) {
        ObjectNode body = Target.of(photo.chat(), photo.replyTo())
                .put("photo", photo.picture().name()).put("caption", caption).put("parse_mode", ParseMode.HTML);
        return BotCall.of(NAME, body);
    }

    /** Whether a kept call sends a picture that is drawn: it has a caption, and one that Telegram keeps has none. */
    static boolean is(BotCall call) {
        return call.getMethod().equals(NAME) && call.body().has("caption");
    }

    /**
     * The picture that a kept call is to send.
     *
     * @throws IllegalArgumentException when there is no picture of that name
     */
    static Picture picture(BotCall call) {
        return Picture.valueOf(call.body().path("photo").asText());
    }

    /** The call as it is made now. */
    static PhotoCall of(BotCall call, byte[] png) {
        ObjectNode body = call.body();
        PhotoCall photo = new PhotoCall(Target.chat(body),
                new InputFile(new ByteArrayInputStream(png), picture(call).name().toLowerCase(Locale.ROOT) + ".png"));
        photo.setCaption(body.path("caption").asText());
        if (body.has("parse_mode")) {
            photo.setParseMode(body.path("parse_mode").asText());
        }
        photo.setMessageThreadId(Target.thread(body));
        photo.setReplyParameters(Target.reply(body));
        return photo;
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
