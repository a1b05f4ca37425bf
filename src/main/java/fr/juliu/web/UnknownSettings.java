package fr.juliu.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Settings that are set and that nothing reads: in a file, in the environment, on the command line. */
final class UnknownSettings {

    private final SettingNames names = new SettingNames();

    /** A line for each, where it stands and what may be meant; never what it is set to, which may be a secret. */
    List<String> in(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream().flatMap(this::in).distinct().toList();
    }

    private Stream<String> in(PropertySource<?> source) {
        if (!(source instanceof EnumerablePropertySource<?> entries)) {
            return Stream.empty();
        }
        boolean variables = source.getName().startsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        return Stream.of(entries.getPropertyNames())
                .filter(name -> variables ? names.isUnknownVariable(name) : names.isUnknown(name))
                .map(name -> line(name, place(source, name, variables), variables));
    }

    private String line(String name, String place, boolean variables) {
        Optional<String> nearest = names.nearest(name);
        return name + " (" + place + ") is no setting and is left out"
                + nearest.map(near -> "; is " + (variables ? variable(near) : near) + " meant?").orElse("");
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }

    private static String place(PropertySource<?> source, String name, boolean variables) {
        if (variables) {
            return "an environment variable";
        }
        if (source instanceof CommandLinePropertySource<?>) {
            return "on the command line";
        }
        return Optional.ofNullable(OriginLookup.getOrigin(source, name)).map(Origin::toString)
                .orElse(source.getName());
    }
}
