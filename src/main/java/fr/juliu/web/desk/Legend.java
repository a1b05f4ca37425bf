package fr.juliu.web.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the ids of an explanation are called in Chinese; an id without a name stands for itself. */
final class Legend {

    private static final Map<String, String> SIGNS = Map.of("words", "字词", "topic", "居留对上", "evidence", "要点对上",
            "coverage", "别的词对上", "shared", "共有的词", "rules", "规则", "meaning", "意思相近", "votes", "问法的票");
    private static final Map<String, String> PHASES = Map.of("ANY", "没说", "FIRST", "首次", "RENEWAL", "续");
    private static final Map<String, String> ASPECTS = Map.ofEntries(Map.entry("online", "网上办"),
            Map.entry("when", "什么时候"), Map.entry("how", "怎么办、在哪办"), Map.entry("first", "首次"),
            Map.entry("renewal", "续"), Map.entry("expiring", "快到期"), Map.entry("which", "有哪些"),
            Map.entry("newest", "最新的"), Map.entry("oldest", "最早的"), Map.entry("planned", "计划中的"),
            Map.entry("except", "除此之外"), Map.entry("urgent-oqtf", "急：遣返通知"),
            Map.entry("urgent-refused", "急：被拒"), Map.entry("urgent-expired", "急：已经过期"),
            Map.entry("failure", "平台出错"), Map.entry("cannot", "办不了"), Map.entry("appointment", "约不上"),
            Map.entry("ruling", "判决"), Map.entry("law", "法律依据"), Map.entry("not-yet", "还不能网上办的"),
            Map.entry("completion", "什么时候全部上线"), Map.entry("definition", "是什么"),
            Map.entry("address-web", "网址"), Map.entry("decision-favorable", "同意决定证明"),
            Map.entry("duration", "要多久"), Map.entry("review", "审核"), Map.entry("after", "之后做什么"),
            Map.entry("validity", "有效期"), Map.entry("fee", "费用"), Map.entry("documents", "材料"),
            Map.entry("conditions", "条件"), Map.entry("hours", "工时"), Map.entry("travel", "出入境"),
            Map.entry("social", "社保补助"), Map.entry("change-job", "换工作"), Map.entry("switch", "转身份"),
            Map.entry("timing", "提前多久"), Map.entry("contact", "电话和时间"), Map.entry("how-to-fill", "怎么填"),
            Map.entry("account", "账号密码"), Map.entry("status", "进度"), Map.entry("format", "文件格式"),
            Map.entry("rejected", "被拒"), Map.entry("passport", "护照"), Map.entry("reason", "原因、区别"),
            Map.entry("marriage-divorce", "离婚分居"));

    private Legend() {
    }

    static String sign(String id) {
        return name(SIGNS, id);
    }

    static String phase(String id) {
        return name(PHASES, id);
    }

    /** The names of aspects in a row, a dash for none. */
    static String aspects(List<String> ids) {
        return ids.isEmpty() ? "—" : ids.stream().map(id -> name(ASPECTS, id)).collect(Collectors.joining("、"));
    }

    private static String name(Map<String, String> names, String id) {
        return Objects.requireNonNullElse(names.get(id), id);
    }
}
