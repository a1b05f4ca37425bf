package fr.juliu.cli;

import fr.juliu.choose.ChooserSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.convert.DurationStyle;

/** The reader of the settings of a second reader ({@code juliu.chooser.*}). */
final class ChooserFlags {

    private final Function<String, Optional<String>> lookup;

    private ChooserFlags(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /** The settings that these tell, by their names behind {@code juliu.chooser.}, else the defaults. */
    static ChooserSettings read(Function<String, Optional<String>> lookup) {
        ChooserFlags flags = new ChooserFlags(lookup);
        try {
            return new ChooserSettings(flags.find("url").map(URI::create).orElse(null), flags.text("model", ""),
                    flags.text("key", ""), DurationStyle.detectAndParse(flags.text("timeout", "2500ms")),
                    Integer.parseInt(flags.text("daily-calls", "1000")), when(flags.text("when", "unsure")));
        } catch (IllegalArgumentException e) {
            throw new UnusableException("chooser.settings", String.valueOf(e.getMessage()));
        }
    }

    private static ChooserSettings.When when(String word) {
        return Arrays.stream(ChooserSettings.When.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("juliu.chooser.when is unsure or always, not " + word));
    }

    private String text(String name, String standard) {
        return find(name).orElse(standard);
    }

    private Optional<String> find(String name) {
        return lookup.apply(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
