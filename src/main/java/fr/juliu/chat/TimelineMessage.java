package fr.juliu.chat;

import fr.juliu.answer.RichText;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The timeline as a message: the picture with a caption, and a word with the way to the list where there is none. */
final class TimelineMessage {

    private final CurrentEdition edition;
    private final Pictures pictures;
    private final @Nullable String list;

    /**
     * The timeline as a message.
     *
     * @param publicUrl where this app's pages are reached from outside; null when they are not
     */
    TimelineMessage(CurrentEdition edition, Pictures pictures, @Nullable URI publicUrl) {
        this.edition = edition;
        this.pictures = pictures;
        list = publicUrl == null ? null : publicUrl.toString().replaceAll("/+$", "") + "/list";
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
                .plain("，" + asOf(edition.get().rolloutAsOf()) + "，以官方信息为准。\n" + hint);
        if (list == null) {
            return text.plain("文字名单：/list").build();
        }
        return text.plain("文字名单：/list 或").link("网页", list).build();
    }

    private static String asOf(Optional<YearMonth> month) {
        return month.map(known -> "资料截至 " + known.getYear() + " 年 " + known.getMonthValue() + " 月").orElse("日期不明");
    }
}
