package fr.juliu.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A text with strong parts and links, which each edge writes in its own way. */
public record RichText(List<Span> spans) {

    /** A part of the text; line feeds stand in the text itself, an empty line parts two paragraphs. */
    public sealed interface Span {

        String text();
    }

    /** Text as it is. */
    public record Plain(String text) implements Span {
    }

    /** Text to be seen first. */
    public record Strong(String text) implements Span {
    }

    /** Text that leads to an address. */
    public record Linked(String text, String url) implements Span {
    }

    public RichText {
        spans = List.copyOf(spans);
    }

    /** A text without strong parts or links. */
    public static RichText of(String text) {
        return new RichText(List.of(new Plain(text)));
    }

    /** Gathers a text. */
    public static Builder builder() {
        return new Builder();
    }

    /** The text for readers who see neither strong parts nor links: a link is followed by its address. */
    public String plain() {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(span.text());
            if (span instanceof Linked link && !link.text().equals(link.url())) {
                text.append(' ').append(link.url());
            }
        }
        return text.toString();
    }

    /** The same text with other words; addresses stay. */
    public RichText map(UnaryOperator<String> words) {
        return new RichText(spans.stream().<Span>map(span -> switch (span) {
            case Plain plain -> new Plain(words.apply(plain.text()));
            case Strong strong -> new Strong(words.apply(strong.text()));
            case Linked link -> new Linked(link.text().equals(link.url()) ? link.text() : words.apply(link.text()),
                    link.url());
        }).toList());
    }

    /** Gathers a text, part by part. */
    public static final class Builder {

        private final List<Span> spans = new ArrayList<>();

        public Builder plain(String text) {
            spans.add(new Plain(text));
            return this;
        }

        public Builder strong(String text) {
            spans.add(new Strong(text));
            return this;
        }

        public Builder link(String text, String url) {
            spans.add(new Linked(text, url));
            return this;
        }

        /** Another text, part by part. */
        public Builder add(RichText text) {
            spans.addAll(text.spans());
            return this;
        }

        public RichText build() {
            return new RichText(spans);
        }
    }
}
