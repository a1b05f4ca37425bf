package fr.juliu.cli;

import fr.juliu.keep.links.LinkLimits;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The reader of what a look at the addresses of articles may ask of the network ({@code juliu.links.*}). */
final class LinkSettings {

    private final Function<String, Optional<String>> lookup;

    private LinkSettings(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /** The limits that these settings tell, by their names behind {@code juliu.links.}, else the defaults. */
    static LinkLimits read(Function<String, Optional<String>> lookup) {
        LinkSettings settings = new LinkSettings(lookup);
        try {
            return new LinkLimits(settings.number("at-once", "4"), settings.duration("pause", "1s"),
                    settings.duration("timeout", "20s"), settings.number("redirects", "5"),
                    settings.number("give-up", "3"), settings.movedSites());
        } catch (IllegalArgumentException e) {
            throw new UnusableException("links.limits", String.valueOf(e.getMessage()));
        }
    }

    private int number(String name, String standard) {
        String text = text(name, standard);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UnusableException("links.number", name, standard, text);
        }
    }

    private Duration duration(String name, String standard) {
        String text = text(name, standard);
        try {
            return Duration.parse("PT" + text);
        } catch (DateTimeException e) {
            throw new UnusableException("links.time", name, text);
        }
    }

    private Map<String, String> movedSites() {
        Map<String, String> moved = new LinkedHashMap<>();
        for (String pair : text("moved", "service-public.fr=service-public.gouv.fr").split(",", -1)) {
            String[] names = pair.strip().split("=", -1);
            if (names.length == 2 && !names[0].isBlank() && !names[1].isBlank()) {
                moved.put(names[0].strip(), names[1].strip());
            } else if (!pair.isBlank()) {
                throw new UnusableException("links.pairs", pair);
            }
        }
        return moved;
    }

    private String text(String name, String standard) {
        return lookup.apply(name).map(String::strip).filter(text -> !text.isEmpty()).orElse(standard);
    }
}
