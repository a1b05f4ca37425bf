package fr.juliu.cli;

import fr.juliu.edition.Scorecard;
import fr.juliu.keep.MissText;
import fr.juliu.knowledge.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What the commands say, in the language that the user reads: Chinese, or English where he says so. */
final class Words {

    /** Names the language, before the locale does. */
    static final String FLAG = "--lang";

    /** What {@link #FLAG} may name. */
    enum Language {
        /** Chinese, which keepers read. */
        ZH,
        /** English. */
        EN
    }

    private final boolean english;
    private final ResourceBundle bundle;

    private Words(boolean english) {
        this.english = english;
        String file = english ? "words_en.properties" : "words_zh.properties";
        try (Reader reader = new InputStreamReader(Objects.requireNonNull(Words.class.getResourceAsStream(file)),
                StandardCharsets.UTF_8)) {
            bundle = new PropertyResourceBundle(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words for a line of arguments: {@code --lang en}, else {@code LC_ALL}, {@code LC_MESSAGES}, {@code LANG}. */
    static Words of(List<String> args, Map<String, String> environment) {
        String language = flag(args);
        if (language.isEmpty()) {
            language = Stream.of("LC_ALL", "LC_MESSAGES", "LANG").map(name -> environment.getOrDefault(name, ""))
                    .filter(value -> !value.isBlank()).findFirst().orElse("");
        }
        return new Words(language.toLowerCase(Locale.ROOT).startsWith("en"));
    }

    private static String flag(List<String> args) {
        String language = "";
        for (int i = 0; i < args.size() && !args.get(i).equals("--"); i++) {
            if (args.get(i).startsWith(FLAG + "=")) {
                language = args.get(i).substring(FLAG.length() + 1);
            } else if (args.get(i).equals(FLAG) && i + 1 < args.size()) {
                language = args.get(i + 1);
            }
        }
        return language;
    }

    /** The words under a key, with values in their places. */
    String tell(String key, Object... values) {
        return bundle.getString(key).formatted(values);
    }

    /** A problem with a file, by file and line. */
    String told(Problem problem) {
        return english ? problem.toString() : problem.told();
    }

    /** A known question answered wrongly. */
    String told(Scorecard.Miss miss) {
        return english ? EnglishMiss.line(miss) : MissText.line(miss);
    }

    /** All of them, for the library that writes the help. */
    ResourceBundle bundle() {
        return bundle;
    }
}
