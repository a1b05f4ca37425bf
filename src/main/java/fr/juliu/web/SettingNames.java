package fr.juliu.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * The names of all settings: those that the jar's own copy of config/application.yml explains, and the secrets that are
 * set outside of it.
 */
final class SettingNames {

    private static final String PREFIX = "juliu.";
    private static final Set<String> OUTSIDE = Set.of("juliu.desk.password", "juliu.telegram.token",
            "juliu.chooser.key", "juliu.opensearch.password", "juliu.opensearch.key");
    /** What an item of a list has behind its name. */
    private static final String INDEX = "\\[\\d+\\].*$";

    private final Set<String> names = new TreeSet<>(OUTSIDE);

    SettingNames() {
        try {
            for (PropertySource<?> file : new YamlPropertySourceLoader().load("settings",
                    new ClassPathResource("config/application.yml"))) {
                if (file instanceof EnumerablePropertySource<?> entries) {
                    List.of(entries.getPropertyNames()).stream().filter(name -> name.startsWith(PREFIX))
                            .forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, as they are written in a file. */
    Set<String> all() {
        return Set.copyOf(names);
    }

    /** Whether a name in a file or on the command line is one of ours and means nothing. */
    boolean isUnknown(String name) {
        String plain = plain(name.replaceFirst(INDEX, ""));
        return plain.startsWith(PREFIX) && names.stream().noneMatch(known -> plain(known).equals(plain));
    }

    /** Whether an environment variable is one of ours and means nothing. */
    boolean isUnknownVariable(String variable) {
        String name = variable.toUpperCase(Locale.ROOT).replaceFirst("(_\\d+)+$", "");
        return name.startsWith("JULIU_") && names.stream()
                .noneMatch(known -> variable(known, "").equals(name) || variable(known, "_").equals(name));
    }

    /** The setting that is meant by a name that is none: misspelt, or without what it stands under; empty when none is near. */
    Optional<String> nearest(String unknown) {
        String name = letters(unknown);
        return names.stream().filter(known -> distance(name, known) <= Math.max(2, name.length() / 4))
                .min(Comparator.comparingInt((String known) -> distance(name, known)))
                .or(() -> names.stream().filter(known -> last(known).equals(last(unknown))).findFirst());
    }

    private static int distance(String letters, String known) {
        return LevenshteinDistance.getDefaultInstance().apply(letters, letters(known));
    }

    /** The name without dots, dashes and the like, which a variable does not have, or has elsewhere. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").replaceFirst("^juliu", "");
    }

    private static String last(String name) {
        return letters(name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('_')) + 1));
    }

    /** As Spring reads it: without dashes, in small letters. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private static String variable(String name, String dash) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", dash);
    }
}
