package fr.juliu.web.desk;

import java.util.Map;
import java.util.Objects;

/** What the ids of an explanation are called in Chinese; an id without a name stands for itself. */
final class Legend {

    private static final Map<String, String> SIGNS = Map.of("words", "字词", "topic", "居留对上", "evidence", "要点对上",
            "coverage", "别的词对上", "shared", "共有的词", "rules", "够不够", "meaning", "意思相近", "votes", "问法的票");
    private static final Map<String, String> PHASES = Map.of("ANY", "没说", "FIRST", "首次", "RENEWAL", "续");

    private static final Map<String, String> READINGS = Map.ofEntries(Map.entry("agreed", "挑的一样"),
            Map.entry("changed", "挑的不一样"), Map.entry("ruled-out", "挑的不能用"), Map.entry("late", "太慢，没等到"),
            Map.entry("failed", "连不上"), Map.entry("refused", "它不接（429）"), Map.entry("malformed", "答得不成样"),
            Map.entry("over-budget", "今天的次数用完"), Map.entry("paused", "它老出错，先不问"));

    private Legend() {
    }

    static String sign(String id) {
        return name(SIGNS, id);
    }

    static String reading(String effect) {
        return name(READINGS, effect);
    }

    static String phase(String id) {
        return name(PHASES, id);
    }

    private static String name(Map<String, String> names, String id) {
        return Objects.requireNonNullElse(names.get(id), id);
    }
}
