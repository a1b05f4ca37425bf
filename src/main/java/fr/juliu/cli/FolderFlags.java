package fr.juliu.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that stand for settings of a folder of articles; a command that reads one mixes them in. */
final class FolderFlags {

    @Option(names = "--knowledge", paramLabel = "DIR")
    private @Nullable String knowledge;

    @Option(names = "--config", paramLabel = "DIR")
    private @Nullable String config;

    @Option(names = "--site-url", paramLabel = "URL")
    private @Nullable String siteUrl;

    @Option(names = "--model", paramLabel = "on|off")
    private @Nullable String model;

    /** Those given, by the name of their setting. */
    Map<String, String> given() {
        Map<String, String> given = new HashMap<>();
        put(given, "knowledge", knowledge);
        put(given, "config", config);
        put(given, "site-url", siteUrl);
        put(given, "model", model);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
