package fr.juliu.knowledge;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** An article's text as a page to read; it is kept compressed, and made into HTML when somebody asks. */
public final class ArticlePage {

    private final byte[] text;
    private final Map<String, String> anchors;
    private final LinkReader links;

    private ArticlePage(byte[] text, Map<String, String> anchors, LinkReader links) {
        this.text = text;
        this.anchors = Map.copyOf(anchors);
        this.links = links;
    }

    /** The page of an article that holds no text. */
    public static ArticlePage empty() {
        return new ArticlePage(deflate(""), Map.of(), new LinkReader(null));
    }

    static ArticlePage of(List<String> lines, Anchors anchors, LinkReader links) {
        return new ArticlePage(deflate(String.join("\n", lines)), anchors.byHeading(), links);
    }

    /**
     * A page made into HTML.
     *
     * @param html     safe to be shown: it holds no markup of the article's own, no script, and only links to the web,
     *                 to mail addresses and within our pages
     * @param contents its headings and questions in reading order
     */
    public record Html(String html, List<Place> contents) {

        public Html {
            contents = List.copyOf(contents);
        }
    }

    /**
     * A place on the page.
     *
     * @param anchor what addresses say behind their #
     * @param depth  from 1
     */
    public record Place(String heading, String anchor, int depth) {
    }

    /** The page as it is shown. */
    Html html(CrossReferences references) {
        return PageWriter.write(inflate(text), links, references);
    }

    /** What addresses say behind their # to lead to a heading or question; null when there is none such. */
    public @Nullable String anchor(String heading) {
        return anchors.get(heading);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ArticlePage page && Arrays.equals(text, page.text);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(text);
    }

    /** A fingerprint of its text. */
    @Override
    public String toString() {
        return "page " + Integer.toHexString(hashCode());
    }

    private static byte[] deflate(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> inflate(byte[] bytes) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
