package fr.juliu.knowledge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue from {@code permits.yml}. */
public final class CatalogueReader {

    private static final String FILE = "permits.yml";

    private static final Set<String> FIELDS = Set.of("id", "zh", "fr", "kind", "names", "weak", "part_of", "includes",
            "see", "confused");

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
        Map<String, Object> root = folder.read(FILE);
        Map<String, List<String>> words = new LinkedHashMap<>();
        if (root.get("words") instanceof Map<?, ?> classes) {
            classes.forEach((name, list) -> words.put(String.valueOf(name), ConfigFolder.texts(FILE, list)));
        }
        if (!(root.get("permits") instanceof List<?> list)) {
            throw new ConfigException(FILE, 0, "needs a list 'permits'", "缺少 permits 列表；请加上", null);
        }
        Map<String, Permit> permits = new LinkedHashMap<>();
        for (Object item : list) {
            Permit permit = permit(ConfigFolder.mapping(FILE, item));
            if (permits.put(permit.id(), permit) != null) {
                throw new ConfigException(FILE, 0, "has the permit '" + permit.id() + "' twice; keep one",
                        "居留 " + permit.id() + " 写了两次；请留一个", null);
            }
        }
        return catalogue(permits, words, ConfigFolder.texts(FILE, root.get("not_permits")));
    }

    private static Catalogue catalogue(Map<String, Permit> permits, Map<String, List<String>> words,
            List<String> notPermits) {
        try {
            return new Catalogue(permits, words, notPermits);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(FILE, String.valueOf(e.getMessage()), e);
        }
    }

    private static Permit permit(Map<String, Object> item) {
        String id = text(item.get("id"));
        String where = FILE + ", permit '" + id + "'";
        for (String field : item.keySet()) {
            if (!FIELDS.contains(field)) {
                throw new ConfigException(where, 0,
                        "the field '" + field + "' means nothing; write one of id, zh, fr, kind,"
                                + " names, weak, part_of, includes, see, confused",
                        "字段 " + field + " 没有意义；只能用 id、zh、fr、kind、names、weak、part_of、includes、see、confused",
                        null);
            }
        }
        try {
            return new Permit(id, text(item.get("zh")), text(item.get("fr")), kind(item.get("kind")),
                    ConfigFolder.texts(where, item.get("names")), ConfigFolder.texts(where, item.get("weak")),
                    item.get("part_of") instanceof String whole ? whole : null,
                    ConfigFolder.texts(where, item.get("includes")), ConfigFolder.texts(where, item.get("see")),
                    ConfigFolder.texts(where, item.get("confused")));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(where, String.valueOf(e.getMessage()), e);
        }
    }

    private static Permit.Kind kind(@Nullable Object value) {
        String name = value == null ? Permit.Kind.PERMIT.name() : String.valueOf(value).toUpperCase(Locale.ROOT);
        return Arrays.stream(Permit.Kind.values()).filter(kind -> kind.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "kind is '" + value + "'; write permit, service or procedure"));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value).strip();
    }
}
