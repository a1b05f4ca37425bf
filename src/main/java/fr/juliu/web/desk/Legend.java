package fr.juliu.web.desk;

import java.util.Map;
import java.util.Objects;

/** What the ids of an explanation are called in Chinese; an id without a name stands for itself. */
final class Legend {

    private static final Map<String, String> SIGNS = Map.of("words", "字词", "topic", "居留对上", "evidence", "要点对上",
            "coverage", "别的词对上", "shared", "共有的词", "rules", "规则", "meaning", "意思相近", "votes", "问法的票");
    private static final Map<String, String> PHASES = Map.of("ANY", "没说", "FIRST", "首次", "RENEWAL", "续");

    private Legend() {
    }

    static String sign(String id) {
        return name(SIGNS, id);
    }

    static String phase(String id) {
        return name(PHASES, id);
    }

    private static String name(Map<String, String> names, String id) {
        return Objects.requireNonNullElse(names.get(id), id);
    }
}
