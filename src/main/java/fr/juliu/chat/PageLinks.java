package fr.juliu.chat;

import fr.juliu.decide.Citation;
import fr.juliu.knowledge.Article;
import fr.juliu.tell.Reply;
import fr.juliu.tell.RichText;
import fr.juliu.tell.SourceText;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where our pages are reached from outside; nowhere without {@code juliu.public-url}. */
public final class PageLinks {

    private final @Nullable String base;

    public PageLinks(@Nullable URI publicUrl) {
        base = publicUrl == null ? null : publicUrl.toString().replaceFirst("/+$", "");
    }

    /** The whole address of a path such as {@code /list}. */
    public Optional<String> address(String path) {
        return Optional.ofNullable(base).map(address -> address + path);
    }

    /** The whole address of the place that an answer stands on. */
    public Optional<String> address(Citation citation) {
        return address(citation.page());
    }

    /** What a reader sees of a reply, its source leading to the page where it stands. */
    public RichText shown(Reply reply) {
        Citation citation = reply.answer().citation();
        return citation == null ? reply.shown() : linking(reply.shown(), citation.page());
    }

    /** The whole text of a place, its source leading to the page. */
    RichText whole(RichText text, Article article, String heading) {
        return linking(text, article.path(heading));
    }

    private RichText linking(RichText text, String path) {
        return address(path).map(url -> SourceText.linking(text, url)).orElse(text);
    }
}
