package fr.juliu.chat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as somebody typed it.
 *
 * @param name     in small letters
 * @param argument what stands behind it, without spaces at its ends
 */
record Typed(String name, String argument) {

    /** With the slash and letters of a Chinese keyboard too, and without a space behind it. */
    private static final Pattern COMMAND = Pattern.compile(
            "\\s*[/／]\\s*(?<name>[A-Za-z0-9_Ａ-Ｚａ-ｚ０-９＿]{1,32})[\\s\\u3000:：]*(?<argument>.*)", Pattern.DOTALL);

    /** The command that a text is; empty for any other text. */
    static Optional<Typed> read(String text) {
        Matcher words = COMMAND.matcher(text);
        return words.matches()
                ? Optional.of(new Typed(
                        Normalizer.normalize(words.group("name"), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
                        words.group("argument").strip()))
                : Optional.empty();
    }

    static boolean isCommand(String text) {
        return COMMAND.matcher(text).matches();
    }
}
