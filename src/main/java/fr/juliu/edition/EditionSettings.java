package fr.juliu.edition;

import fr.juliu.search.SearchEngine;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers are found.
 *
 * @param model {@code on}, or {@code off} for no sentence vectors
 * @param search {@code lucene} in this process, or {@code opensearch} for words to be looked for in a cluster
 * @param data  the folder for what must last, the model's native library among it
 */
@ConfigurationProperties("juliu")
record EditionSettings(@DefaultValue("on") String model, @DefaultValue("lucene") String search,
        @DefaultValue("data") Path data) {

    EditionSettings {
        if (!model.matches("on|off|true|false")) {
            throw new IllegalArgumentException("juliu.model is " + model + "; set it to on or off");
        }
        if (!search.matches("(?i)lucene|opensearch")) {
            throw new IllegalArgumentException("juliu.search is " + search + "; set it to lucene or opensearch");
        }
    }

    private boolean usesModel() {
        return model.equals("on") || model.equals("true");
    }

    /** Where words are looked for: those of a large folder in one of its own. */
    SearchEngine engine() {
        return SearchEngine.in(data.resolve("index"));
    }

    ModelUse modelUse(Consumer<String> trouble) {
        return new ModelUse(usesModel(), data.resolve("native"), data.resolve("vectors.bin"), trouble);
    }
}
