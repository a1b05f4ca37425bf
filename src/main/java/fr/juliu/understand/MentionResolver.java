package fr.juliu.understand;

import fr.juliu.knowledge.Permit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which permits a text names, when words for several overlap or only one of them is asked about. */
public final class MentionResolver {

    // 学生转工签, 从学生换成人才: the question is about what comes after
    private static final Pattern CHANGE = Pattern.compile(
            "(?:转成|转为|转到|转|换成|换为|换到|换个|换|变成|变更为|变更成|变更|改成|改为|升级|切换到|passer (?:a|en|vers)|passage (?:a|en|vers)|change to|switch to|changing to|switching to)(?: une?| le| la| a|一个|一张|个|张)? ?$");
    private static final Pattern JOINED = Pattern.compile(
            "^(?:的|续签|续|首次|申请|办理?|换|居留卡?|长居卡?|卡|签证?|身份|titre|permits?|cards?|s|、|,|，| )*(?:和|跟|与|及|以及|、|,|，|/|还有|或者?|还是|加|\\+|&|et|ou|and|or|vs)(?:、|,|，| |the|les?|la|des|我的)*$");
    private static final Pattern SOMEBODY_ELSES = Pattern.compile(
            "(?:老公|老婆|先生|太太|丈夫|妻子|爱人|配偶|朋友|同事|同学|室友|邻居|孩子|儿子|女儿|表姐|表哥|哥哥|姐姐|弟弟|妹妹)[^，。？！,?!；;]{0,6}(?:有|拿的?是?|持有?|是|续|用)[^，。？！,?!；;]{0,3}$");

    // 我是学生身份, 我拿难民居留: what one has; another permit named is the one asked about
    private static final Pattern STATUS = Pattern.compile(
            "(?:我|哥|姐|他|她|妈|爸|现在|目前|一直|本来|原来|之前|以前|从前|去年|前年)[^，。？！,?!；;]{0,4}(?:是|拿的?是?|拿着|持有?|用|靠)(?:的|着|了)?$");
    // what is asked of several at once
    private static final Pattern SEVERAL = Pattern.compile(
            "分别|各自|都能|都可以|都行|我俩|两个人|俩人|这[几两三四五][种样类]|[两三四五][种样类]|哪个能|哪些能|respectively|both|tous les deux|toutes les deux|les deux");
    private static final Pattern NEGATED = Pattern
            .compile("(?:^|[^是])(?:不是|没有|没拿|并非|不办|不要|not an?|n est pas|pas)[的了 ]?$");
    private static final Pattern HELD_AND_ASKED = Pattern.compile("^[^，。？！,?!；;]{0,4}(?:续|到期|过期|丢)");

    private final Vocabulary vocabulary;

    public MentionResolver(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The permits that a name or heading names, in order, each once. */
    public List<Mention> names(String folded) {
        return once(longest(vocabulary.find(folded)));
    }

    /** The permits that a question asks about, in order, each once. */
    List<Mention> asked(String folded, List<Occurrence> occurrences) {
        List<Occurrence> kept = longest(occurrences);
        List<Mention> mentions = new ArrayList<>(once(kept));
        dropWhatIsChangedFrom(folded, kept, mentions);
        if (!SEVERAL.matcher(folded).find()) {
            dropWhatIsNotAsked(folded, kept, mentions);
        }
        return List.copyOf(mentions);
    }

    /** Keeps of several permits the one that the question is about. */
    private static void dropWhatIsNotAsked(String folded, List<Occurrence> kept, List<Mention> mentions) {
        dropUnlessAlone(mentions, mention -> NEGATED.matcher(folded.substring(0, mention.start())).find(),
                mention -> true);
        dropUnlessAlone(mentions, mention -> !mention.strong() && !isJoined(folded, mention, kept), Mention::strong);
        dropUnlessAlone(mentions, mention -> !mention.permit().includes().isEmpty(),
                mention -> mention.permit().includes().isEmpty() && mention.permit().kind() == Permit.Kind.PERMIT);
        dropUnlessAlone(mentions, mention -> SOMEBODY_ELSES.matcher(folded.substring(0, mention.start())).find(),
                mention -> true);
        dropUnlessAlone(mentions, mention -> isStatus(folded, mention) && !isJoined(folded, mention, kept),
                mention -> mention.strong() && mention.permit().kind() != Permit.Kind.PROCEDURE);
        dropUnlessAlone(mentions,
                mention -> mention.permit().kind() == Permit.Kind.PERMIT && !isJoined(folded, mention, kept),
                mention -> mention.permit().kind() == Permit.Kind.SERVICE);
    }

    private static boolean isStatus(String folded, Mention mention) {
        return mention.permit().kind() == Permit.Kind.PERMIT
                && STATUS.matcher(folded.substring(0, mention.start())).find()
                && !HELD_AND_ASKED.matcher(folded.substring(mention.end())).find();
    }

    private static List<Occurrence> longest(List<Occurrence> occurrences) {
        List<Occurrence> kept = new ArrayList<>();
        occurrences.stream().filter(MentionResolver::names)
                .sorted(Comparator.comparingInt(Occurrence::letters).reversed()
                        .thenComparing(o -> o.tag().kind() != Tag.Kind.NOT_PERMIT)
                        .thenComparing(o -> o.tag().kind() != Tag.Kind.PERMIT).thenComparing(Occurrence::gapped))
                .forEach(occurrence -> {
                    if (kept.stream().noneMatch(occurrence::overlaps)) {
                        kept.add(occurrence);
                    }
                });
        kept.removeIf(occurrence -> occurrence.tag().kind() == Tag.Kind.NOT_PERMIT);
        kept.sort(Comparator.comparingInt(Occurrence::start));
        return kept;
    }

    private static boolean names(Occurrence occurrence) {
        return switch (occurrence.tag().kind()) {
            case PERMIT, WEAK_PERMIT, NOT_PERMIT -> true;
            case ASPECT, TALK, FRAME, GENERAL, ASKING, SAME, TOPIC, CLASS -> false;
        };
    }

    private List<Mention> once(List<Occurrence> kept) {
        Map<String, Mention> mentions = new LinkedHashMap<>();
        for (Occurrence occurrence : kept) {
            boolean strong = occurrence.tag().kind() == Tag.Kind.PERMIT;
            Mention mention = new Mention(vocabulary.permit(occurrence.tag().id()), occurrence.start(),
                    occurrence.end(),
                    strong, occurrence.gapped(), false);
            mentions.merge(occurrence.tag().id(), mention, (a, b) -> new Mention(a.permit(), a.start(), a.end(),
                    a.strong() || b.strong(), a.pattern() || b.pattern(), false));
        }
        return List.copyOf(mentions.values());
    }

    /** Drops what is named before the permit that one changes to, which is then asked for the first time. */
    private void dropWhatIsChangedFrom(String folded, List<Occurrence> kept, List<Mention> mentions) {
        for (Occurrence to : kept) {
            boolean umbrella = !vocabulary.permit(to.tag().id()).includes().isEmpty();
            if (!umbrella && CHANGE.matcher(folded.substring(0, to.start())).find()) {
                boolean dropped = mentions.removeIf(from -> from.permit().kind() == Permit.Kind.PERMIT
                        && from.end() <= to.start() && !from.permit().id().equals(to.tag().id()));
                if (dropped) {
                    mentions.replaceAll(m -> m.permit().id().equals(to.tag().id()) ? m.asChange() : m);
                }
            }
        }
    }

    /** Drops mentions when others of a better kind are there. */
    private static void dropUnlessAlone(List<Mention> mentions, Predicate<Mention> worse, Predicate<Mention> better) {
        List<Mention> dropped = mentions.stream().filter(worse).toList();
        if (mentions.stream().anyMatch(mention -> better.test(mention) && !dropped.contains(mention))) {
            mentions.removeAll(dropped);
        }
    }

    /** Whether a permit is joined to another somewhere: 学生和游客. */
    private static boolean isJoined(String folded, Mention mention, List<Occurrence> kept) {
        List<Occurrence> own = kept.stream().filter(o -> o.tag().id().equals(mention.permit().id())).toList();
        return kept.stream().filter(o -> !own.contains(o))
                .anyMatch(other -> own.stream().anyMatch(o -> other.end() <= o.start()
                        ? JOINED.matcher(folded.substring(other.end(), o.start())).find()
                        : o.end() <= other.start() && JOINED.matcher(folded.substring(o.end(), other.start())).find()));
    }
}
