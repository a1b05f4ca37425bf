package fr.juliu.knowledge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the catalogue from {@code permits.yml}. */
public final class CatalogueReader {

    private static final String FILE = "permits.yml";
    private static final String PART_OF = "part_of";

    private final ConfigFolder folder;

    public CatalogueReader(ConfigFolder folder) {
        this.folder = folder;
    }

    /**
     * The catalogue as the file has it now.
     *
     * @throws ConfigException when the file is missing or wrong
     */
    public Catalogue read() {
        ConfigEntry root = folder.entry(FILE).only("words", "permits", "not_permits");
        List<ConfigEntry> entries = root.entries("permits");
        Set<String> ids = new LinkedHashSet<>();
        entries.forEach(entry -> ids.add(entry.only("id", "zh", "fr", "kind", "names", "weak", PART_OF, "includes",
                "see", "confused").text("id")));
        Map<String, Permit> permits = new LinkedHashMap<>();
        for (ConfigEntry entry : entries) {
            Permit permit = permit(entry, ids);
            if (permits.put(permit.id(), permit) != null) {
                throw entry.wrong("is the second permit '" + permit.id() + "'; keep one",
                        "居留 " + permit.id() + " 写了两次；请留一个");
            }
        }
        return root.make(() -> new Catalogue(permits, root.lists("words"), root.texts("not_permits")));
    }

    private static Permit permit(ConfigEntry entry, Set<String> ids) {
        String partOf = entry.has(PART_OF) ? entry.id(PART_OF, ids, FILE) : null;
        return entry.make(() -> new Permit(entry.text("id"), entry.text("zh"), entry.text("fr", ""),
                entry.has("kind") ? entry.choice("kind", Permit.Kind.class) : Permit.Kind.PERMIT,
                entry.texts("names"), entry.texts("weak"), partOf, entry.ids("includes", ids, FILE),
                entry.ids("see", ids, FILE), entry.ids("confused", ids, FILE)));
    }
}
