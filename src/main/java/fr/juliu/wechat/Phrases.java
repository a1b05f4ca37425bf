package fr.juliu.wechat;

import fr.juliu.store.mask.VisibleText;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that stand for buttons and commands, and what the bot says of itself. */
final class Phrases {

    /** The questions that whoever is greeted may ask by a number. */
    static final List<String> EXAMPLES = List.of("学生居留能网上申请吗", "2023 年上线了哪些居留", "ANEF 平台打不开怎么办");
    static final String GREETING = "您好，我是居留问答机器人，用中文回答法国居留的问题：只说文章里写了的，带日期和出处；不知道就说不知道。"
            + "\n\n直接写问题就行，或者回复数字试试：" + TextRenderer.numbered(EXAMPLES) + "\n\n（回复“帮助”看怎么用）";
    static final String HELP = """
            直接用中文问就行，打字或者发语音，比如：
            • 学生居留能网上申请吗
            • 2023 年上线了哪些居留
            • ANEF 平台打不开怎么办
            • 那游客呢（接着上一句问）

            也可以回复：
            • 名单：哪些居留可以网上办
            • 时间表：什么时候上线的（图）
            • 变化：名单最近的变化
            • 通知我 工签：名单里有了就告诉您（通知：看关注了什么）
            • 来源：资料来源和日期
            • 继续：看没显示完的
            • 有用、没用：说说上一个回答
            • 这条过时了：后面加上新的链接，我们就去核对
            • 隐私：记了什么、没记什么
            • 忘掉我

            只说文章里写了的，不知道就说不知道；一切以官方信息为准。""";
    static final String LOOKING = "正在查，请稍等几秒后回复“继续”。";
    static final String LOOKING_AND_TELLING = "正在查，查到就发给您。几秒后没收到，请回复“继续”。";
    static final String SENT = "回答刚才已经发给您了。";
    static final String SORRY = "抱歉，刚才出了点问题，没能回答。请再问一次。";
    static final String NO_MORE = "没有更多了。直接写下一个问题就行。";
    static final String NO_ANSWER = "现在没有可以评价的回答。请先问一个问题。";

    private static final Set<String> READ_ON = Set.of("继续", "繼續", "下一页", "下一頁", "更多", "全文");
    private static final Set<String> HELPS = Set.of("帮助", "幫助", "help", "/help", "/start", "菜单", "菜單", "?", "怎么用");
    private static final Map<String, String> COMMANDS = Map.ofEntries(Map.entry("list", "/list"),
            Map.entry("名单", "/list"), Map.entry("名單", "/list"), Map.entry("列表", "/list"),
            Map.entry("来源", "/source"), Map.entry("來源", "/source"), Map.entry("隐私", "/privacy"),
            Map.entry("隱私", "/privacy"), Map.entry("隐私 关", "/privacy off"), Map.entry("隐私关", "/privacy off"),
            Map.entry("隱私 關", "/privacy off"), Map.entry("隐私 开", "/privacy on"), Map.entry("隐私开", "/privacy on"),
            Map.entry("隱私 開", "/privacy on"), Map.entry("忘掉我", "/forget"), Map.entry("时间表", "/timeline"),
            Map.entry("時間表", "/timeline"), Map.entry("变化", "/changes"), Map.entry("變化", "/changes"),
            Map.entry("通知", "/watching"), Map.entry("不通知", "/unwatch all"), Map.entry("不要通知", "/unwatch all"));
    private static final Pattern WATCH = Pattern.compile("通知我[\\s:：]+(?<permit>\\S.{0,30})");
    private static final Map<String, String> VERDICTS = Map.of("有用", "useful:", "👍", "useful:", "没用", "useless:", "沒用",
            "useless:", "👎", "useless:");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,2})[.、]?");
    private static final String ENDS = "^[\\s“”\"'「」]+|[\\s“”\"'「」。.!！]+$";

    private Phrases() {
    }

    /** A text as these words are looked up: without quotes and a full stop, in plain small letters. */
    private static String folded(String text) {
        String seen = VisibleText.of(text);
        return seen.length() > 20
                ? ""
                : Normalizer.normalize(seen, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll(ENDS, "");
    }

    static boolean readsOn(String text) {
        return READ_ON.contains(folded(text));
    }

    static boolean asksForHelp(String text) {
        return HELPS.contains(folded(text));
    }

    /** What a text asks: the command that a word of its own stands for, or the text itself. */
    static String question(String text) {
        Matcher watch = WATCH.matcher(VisibleText.of(text).strip());
        return watch.matches() ? "/watch " + watch.group("permit") : COMMANDS.getOrDefault(folded(text), text);
    }

    /** What a button says before the answer's id where the text judges an answer; empty where it does not. */
    static String verdict(String text) {
        return VERDICTS.getOrDefault(folded(text), "");
    }

    /** The number that a text is, nothing else standing in it. */
    static OptionalInt number(String text) {
        var number = NUMBER.matcher(folded(text));
        return number.matches() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
    }
}
