package fr.juliu.chat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.tell.RichText;
import java.util.List;
import java.util.Optional;

/** The timeline as a message: the picture with a caption, and a word with the way to the list where there is none. */
final class TimelineMessage {

    private final CurrentEdition edition;
    private final Pictures pictures;
    private final PageLinks pages;

    /**
     * The timeline as a message.
     *
     * @param pages where this app's pages are reached from outside
     */
    TimelineMessage(CurrentEdition edition, Pictures pictures, PageLinks pages) {
        this.edition = edition;
        this.pictures = pictures;
        this.pages = pages;
    }

    /** What is sent to whoever asks for it. */
    List<Outgoing> send(Incoming.Message message) {
        if (!pictures.has(Picture.TIMELINE)) {
            return Messages.say(message, "现在的资料里没有上线名单，所以没有时间表。");
        }
        RichText.Builder caption = title().plain("\n点开图片可以放大。");
        RichText.Builder instead = title().plain("\n图片在这里发不出来。");
        pages.address("/timeline.png").ifPresent(url -> instead.link("看图：ANEF 上线时间表", url).plain("。"));
        return List.of(new Outgoing.Photo(message.chat(), Picture.TIMELINE, withList(caption), withList(instead),
                Messages.replyTo(message)));
    }

    /** The way to the picture where messages hold none; empty when nothing leads there. */
    Optional<RichText> link() {
        return pages.address("/timeline.png").filter(url -> pictures.has(Picture.TIMELINE))
                .map(url -> title().plain("\n看图：").link("ANEF 上线时间表（图）", url).plain("\n文字名单：")
                        .link("网页", pages.address("/list").orElseThrow()).plain("，或者回复“名单”。").build());
    }

    private RichText.Builder title() {
        return RichText.builder().strong("ANEF 上线时间表")
                .plain("，" + AsOf.told(edition.get().rolloutAsOf().orElse(null)) + "，以官方信息为准。");
    }

    private RichText withList(RichText.Builder text) {
        text.plain("文字名单：/list");
        pages.address("/list").ifPresent(url -> text.plain(" 或").link("网页", url));
        return text.build();
    }
}
