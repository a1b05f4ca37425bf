package fr.juliu.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private static final Set<String> OUTSIDE = Set.of("juliu.desk.password", "juliu.telegram.token");
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
        return edits(letters, letters(known));
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

    /** How many letters have to be put in, left out or changed to make one text of the other. */
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
