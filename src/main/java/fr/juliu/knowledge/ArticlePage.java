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

/** An article's text as a page to read; it is kept compressed, and read again when somebody asks for the page. */
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

    /** Its text as nodes, read anew for whoever changes them. */
    public PageText text() {
        return PageText.of(inflate(text), links);
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
