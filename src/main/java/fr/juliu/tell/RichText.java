package fr.juliu.tell;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A text with strong parts and links, which each edge writes in its own way. */
public record RichText(@JsonValue List<Span> spans) {

    /** A part of the text; line feeds stand in the text itself, an empty line parts two paragraphs. */
    public sealed interface Span {

        String text();
    }

    /** Text as it is. */
    public record Plain(String text) implements Span {
    }

    /** Text to be seen first. */
    public record Strong(String text) implements Span {

        /** How JSON tells it from plain text. */
        @JsonProperty("strong")
        boolean isStrong() {
            return true;
        }
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

    /** Its words alone, in which a place is told by {@link #part}. */
    public String words() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    /** A part of it, from one of its {@link #words} to before another. */
    public RichText part(int from, int to) {
        List<Span> part = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            int start = Math.max(from - at, 0);
            int end = Math.min(to - at, span.text().length());
            if (start < end) {
                part.add(with(span, span.text().substring(start, end)));
            }
            at += span.text().length();
        }
        return new RichText(part);
    }

    /** The same without white space at its ends. */
    RichText strip() {
        String words = words();
        int from = words.length() - words.stripLeading().length();
        return part(from, words.stripTrailing().length());
    }

    private static Span with(Span span, String text) {
        return switch (span) {
            case Plain plain -> new Plain(text);
            case Strong strong -> new Strong(text);
            case Linked link -> new Linked(text, link.url());
        };
    }

    /** The same text with other words; addresses stay. */
    public RichText map(UnaryOperator<String> words) {
        return new RichText(spans.stream()
                .map(span -> span instanceof Linked link && link.text().equals(link.url())
                        ? span
                        : with(span, words.apply(span.text())))
                .toList());
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

        /** What was gathered since so many parts. */
        RichText since(int parts) {
            return new RichText(spans.subList(parts, spans.size()));
        }

        int size() {
            return spans.size();
        }

        public RichText build() {
            return new RichText(spans);
        }
    }
}
