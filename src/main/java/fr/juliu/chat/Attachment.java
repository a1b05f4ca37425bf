package fr.juliu.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A picture or a file of a message, which the messenger keeps, and sends again by its id.
 *
 * @param id the messenger's
 */
public record Attachment(Kind kind, String id) {

    private static final Pattern WRITTEN = Pattern.compile("([a-z]{1,20}):([!-~]{1,300})");

    /** What it is. */
    public enum Kind {
        /** A picture. */
        PHOTO,
        /** A file, such as a PDF. */
        DOCUMENT,
        /** A film. */
        VIDEO,
        /** A picture that moves. */
        ANIMATION,
        /** Music, or another recording. */
        AUDIO,
        /** What somebody said. */
        VOICE
    }

    /** What {@link #written()} wrote; empty for anything else. */
    static Optional<Attachment> read(@Nullable String written) {
        Matcher parts = WRITTEN.matcher(written == null ? "" : written);
        return parts.matches()
                ? kind(parts.group(1)).map(kind -> new Attachment(kind, parts.group(2)))
                : Optional.empty();
    }

    private static Optional<Kind> kind(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** As it is stored, such as {@code photo:AgACAgQ}. */
    String written() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }

    /** What people call it. */
    String label() {
        return switch (kind) {
            case PHOTO -> "图片";
            case DOCUMENT -> "文件";
            case VIDEO, ANIMATION -> "视频";
            case AUDIO, VOICE -> "语音";
        };
    }
}
