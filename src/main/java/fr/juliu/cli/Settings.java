package fr.juliu.cli;

import fr.juliu.choose.ChooserSettings;
import fr.juliu.keep.links.LinkLimits;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.MaxAge;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the commands need of the settings: flags win over {@code JULIU_*}, these over {@code config/application.yml}.
 *
 * @param knowledge the folder of articles
 * @param config    the folder of catalogue and lexicon
 * @param data      the folder for what must last
 * @param databaseUrl a database in place of the file in that folder; empty for none
 * @param siteUrl   what relative links are made absolute with
 * @param model     whether sentences are compared by their meaning, too
 * @param floor     the share of known questions that must be right, from 0 to 1
 * @param maxAge    the age from which on facts are listed for the keeper
 * @param links     how much a look at the addresses of articles may ask of the network
 * @param chooser   who is asked as a second reader
 */
record Settings(Path knowledge, Path config, Path data, String databaseUrl, @Nullable URI siteUrl, boolean model,
        double floor, Period maxAge, LinkLimits links, ChooserSettings chooser) {

    private static final String DEFAULT_FLOOR = "0.95";

    Settings {
        if (!(floor >= 0 && floor <= 1)) {
            throw new UnusableException("floor", floor);
        }
    }

    /**
     * The settings of a command.
     *
     * @param flags       given in its line, by the name of their setting behind {@code juliu.}
     * @param environment the variables, by name
     */
    static Settings read(Map<String, String> flags, Map<String, String> environment) {
        Path beside = config(new Lookup(flags, environment, Map.of()));
        Lookup lookup = new Lookup(flags, environment, new ConfigFolder(beside).application());
        String site = lookup.find("site-url").orElse("");
        return new Settings(Folders.path("juliu.knowledge", lookup.find("knowledge").orElse("knowledge")),
                config(lookup), Folders.path("juliu.data", lookup.find("data").orElse("data")),
                lookup.find("database-url").orElse(""), site.isBlank() ? null : uri(site),
                isOn(lookup.find("model").orElse("on")), share(lookup.find("check.floor").orElse(DEFAULT_FLOOR)),
                age(lookup.find("facts.max-age").orElse(MaxAge.DEFAULT)),
                LinkSettings.read(name -> lookup.find("links." + name)),
                ChooserFlags.read(name -> lookup.find("chooser." + name)));
    }

    private static Path config(Lookup lookup) {
        return Folders.path("juliu.config", lookup.find("config").orElse("config"));
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text.strip());
            if (uri.isAbsolute() && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below, as any other text that is no address
        }
        throw new UnusableException("site-url", text);
    }

    private static Period age(String text) {
        return MaxAge.parse(text).orElseThrow(() -> new UnusableException("max-age", text));
    }

    private static boolean isOn(String text) {
        if (!text.matches("on|off|true|false")) {
            throw new UnusableException("model", text);
        }
        return text.equals("on") || text.equals("true");
    }

    private static double share(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UnusableException("floor", text);
        }
    }

    /** Looks a setting up where it may stand. */
    private record Lookup(Map<String, String> flags, Map<String, String> environment, Map<String, Object> file) {

        Optional<String> find(String name) {
            String variable = "JULIU_" + name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
            return Optional.ofNullable(flags.get(name))
                    .or(() -> Optional.ofNullable(environment.get(variable)))
                    .or(() -> Optional.ofNullable(environment
                            .get("JULIU_" + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_'))))
                    .or(() -> inFile("juliu." + name));
        }

        private Optional<String> inFile(String name) {
            Object at = file;
            for (String part : name.split("\\.", -1)) {
                at = at instanceof Map<?, ?> map ? map.get(part) : null;
            }
            return at == null ? Optional.empty() : Optional.of(String.valueOf(at));
        }
    }
}
