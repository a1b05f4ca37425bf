package fr.juliu.chat;

import fr.juliu.answer.RichText;
import java.util.List;
import java.util.Optional;

/** The timeline as a message: the picture with a caption, and a word with the way to the list where there is none. */
final class TimelineMessage {

    private final CurrentEdition edition;
    private final Pictures pictures;
    private final Optional<String> list;

    /**
     * The timeline as a message.
     *
     * @param pages where the list is reached from outside
     */
    TimelineMessage(CurrentEdition edition, Pictures pictures, PageLinks pages) {
        this.edition = edition;
        this.pictures = pictures;
        list = pages.address("/list");
    }

    /** What is sent to whoever asks for it. */
    List<Outgoing> send(Incoming.Message message) {
        if (!pictures.has(Picture.TIMELINE)) {
            return Messages.say(message, "现在的资料里没有上线名单，所以没有时间表。");
        }
        RichText caption = caption("点开图片可以放大。");
        RichText instead = caption("图片在这里发不出来。");
        return List.of(new Outgoing.Photo(message.chat(), Picture.TIMELINE, caption, instead,
                Messages.replyTo(message)));
    }

    private RichText caption(String hint) {
        RichText.Builder text = RichText.builder().strong("ANEF 上线时间表")
                .plain("，" + AsOf.told(edition.get().rolloutAsOf().orElse(null)) + "，以官方信息为准。\n" + hint);
        text.plain("文字名单：/list");
        list.ifPresent(page -> text.plain(" 或").link("网页", page));
        return text.build();
    }
}
