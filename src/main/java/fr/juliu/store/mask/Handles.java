package fr.juliu.store.mask;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names and numbers by which messengers know a person, after the word that says so; and telephones after such a word. */
final class Handles implements Search {

    private static final String FILL = "[ :=@#,()\\[\\]\"'-]";
    private static final String TOLD = "(?:号码|号|账号|:|=|是|叫|为|@|number|no\\.|no°|(?:no?|id)(?![a-z]))";
    private static final Pattern QQ = Pattern.compile("(?i)(?<![a-z])(?:q ?q群?|q(?=号)|加q(?![a-z])|扣扣|企鹅)"
            + "(?:" + FILL + "{0,3}(?:" + TOLD + "|is(?![a-z]))){0,2}" + FILL + "{0,3}(?=\\d)");
    private static final Pattern MESSENGER = Pattern.compile("(?i)(?<verb>加|我的?|找|联系|添加)? ?"
            + "(?:微信|[v威薇]信|wechat|weixin|(?<![a-z])(?:vx|wx(?![a-z]))|加v(?![a-z])|电报|telegram"
            + "|(?<![a-z])tg(?![a-z])|whats ?app|skype|小红书|抖音|微博|instagram)"
            + "(?:" + FILL + "{0,3}(?<told>" + TOLD + ")|is(?![a-z])){0,3}" + FILL + "{0,3}");
    private static final Pattern NAME = Pattern
            .compile("(?i)[a-z](?:[a-z\\d_]|-(?=[a-z\\d_])){5,31}+(?!://|\\.[a-z\\d])");
    private static final Pattern AMONG_WORDS = Pattern.compile("(?i) ?[a-z]");
    private static final Pattern WECHAT_ID = Pattern.compile("(?i)(?<![a-z\\d_])wxid_[a-z\\d_]{1,30}+");
    private static final Pattern TELEPHONE = Pattern.compile("(?i)(?:电话|手机|座机|联系方式|号码"
            + "|(?<![a-z])(?:tel|telephone|portable|mobile|phone|whats ?app|fax))(?:" + FILL
            + "{0,3}(?:号码|号|是|为|number|numero|no?[.°]|(?:no?|is|est)(?![a-z]))){0,2}[. :=#(-]{0,3}(?=\\d)");
    private static final Pattern DIGITS = Pattern.compile("\\d+(?:(?: ?[._/-] ?| {1,2})\\d+){0,12}");
    private static final Pattern BOT = Pattern.compile("(?i).*bot");

    private final Telephones telephones = new Telephones();

    @Override
    public void in(FoldedText text) {
        Matcher messenger = MESSENGER.matcher(text);
        while (messenger.find()) {
            boolean told = messenger.group("told") != null || messenger.group("verb") != null
                    || text.charAt(messenger.end() - 1) == '信';
            text.mark(messenger.end(), nameEnd(text, messenger.end(), told), Lead.PERSON);
            markDigits(text, messenger.end(), 6, 15);
        }
        Matcher id = WECHAT_ID.matcher(text);
        while (id.find()) {
            text.mark(id.start(), id.end(), Lead.PERSON);
        }
        Matcher qq = QQ.matcher(text);
        while (qq.find()) {
            markDigits(text, qq.end(), 5, 12);
        }
        Matcher telephone = TELEPHONE.matcher(text);
        while (telephone.find()) {
            markDigits(text, telephone.end(), 7, 15);
        }
    }

    /** Where the name ends that stands there; there, if none does. */
    private static int nameEnd(FoldedText text, int start, boolean told) {
        Matcher name = NAME.matcher(text).region(start, text.length());
        if (!name.lookingAt() || BOT.matcher(name.group()).matches()) {
            return start;
        }
        boolean unlikeAWord = name.group().chars().anyMatch(c -> c == '_' || Character.isDigit(c));
        boolean amongWords = AMONG_WORDS.matcher(text).region(name.end(), text.length()).lookingAt();
        return unlikeAWord || (told && !amongWords) ? name.end() : start;
    }

    private void markDigits(FoldedText text, int start, int least, int most) {
        Matcher digits = DIGITS.matcher(text).region(start, text.length());
        if (!digits.lookingAt() || Kept.isCounted(text, digits.end())) {
            return;
        }
        String[] groups = digits.group().split("\\D+", -1);
        int count = String.join("", groups).length();
        boolean shorts = Arrays.stream(groups).allMatch(telephones::isShort);
        boolean years = Arrays.stream(groups).allMatch(DigitChain::isYear);
        if (count >= least && count <= most && !shorts && !years) {
            text.mark(start, digits.end(), Lead.PERSON);
        }
    }
}
