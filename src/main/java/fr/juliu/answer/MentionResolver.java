package fr.juliu.answer;

import fr.juliu.knowledge.Permit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which permits a text names, when words for several overlap: the one told by most letters wins. */
final class MentionResolver {

    // 学生转工签, 从学生换成人才: the question is about what comes after
    private static final Pattern CHANGE_TO = Pattern.compile(
            "^(?:的|居留卡?|长居卡?|卡|签证?|身份|毕业|后|之后|以后|想要?|要|能|可以|怎么|直接|,|，| |titre|vers|a|to|into|de sejour)*(?:转|换|变更|变|改|切换|升级|change|switch|passer|passage|passe|changer)(?:成|到|为|去|变|发| )*(?:为|成|a|to|into|vers|en| )*$");

    private final Vocabulary vocabulary;

    MentionResolver(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The permits named, in order, each once.
     *
     * @param weak whether weak words count
     */
    List<Mention> resolve(String folded, List<Occurrence> occurrences, boolean weak) {
        List<Occurrence> kept = new ArrayList<>();
        occurrences.stream().filter(occurrence -> names(occurrence, weak))
                .sorted(Comparator.comparingInt(Occurrence::letters).reversed()
                        .thenComparing(o -> o.tag().kind() != Tag.Kind.PERMIT).thenComparing(Occurrence::gapped))
                .forEach(occurrence -> {
                    if (kept.stream().noneMatch(occurrence::overlaps)) {
                        kept.add(occurrence);
                    }
                });
        kept.sort(Comparator.comparingInt(Occurrence::start));
        List<Mention> mentions = new ArrayList<>(once(kept));
        dropWhatIsChangedFrom(folded, mentions);
        dropCardsBesideServices(folded, mentions);
        return mentions;
    }

    private static boolean names(Occurrence occurrence, boolean weak) {
        return switch (occurrence.tag().kind()) {
            case PERMIT, NOT_PERMIT -> true;
            case WEAK_PERMIT -> weak;
            case ASPECT, TALK, FRAME, GENERAL, SAME, CLASS -> false;
        };
    }

    private List<Mention> once(List<Occurrence> kept) {
        Map<String, Mention> mentions = new LinkedHashMap<>();
        for (Occurrence occurrence : kept) {
            if (occurrence.tag().kind() != Tag.Kind.NOT_PERMIT) {
                boolean strong = occurrence.tag().kind() == Tag.Kind.PERMIT;
                Mention mention = new Mention(vocabulary.permit(occurrence.tag().id()), occurrence.start(),
                        occurrence.end(),
                        strong);
                mentions.merge(occurrence.tag().id(), mention, (a, b) -> a.strong() ? a : b);
            }
        }
        return List.copyOf(mentions.values());
    }

    private static void dropWhatIsChangedFrom(String folded, List<Mention> mentions) {
        for (int i = mentions.size() - 1; i > 0; i--) {
            Mention from = mentions.get(i - 1);
            Mention to = mentions.get(i);
            if (from.end() <= to.start() && CHANGE_TO.matcher(folded.substring(from.end(), to.start())).find()) {
                mentions.remove(i - 1);
                i--;
            }
        }
    }

    /** 学生居留的地址怎么改 is about the address; 学生居留和改地址 about both. */
    private static void dropCardsBesideServices(String folded, List<Mention> mentions) {
        boolean service = mentions.stream().anyMatch(mention -> mention.permit().kind() == Permit.Kind.SERVICE);
        if (service && !folded.matches(".*(?:分别|都能|都可以|以及|和|还有| et | and ).*")) {
            mentions.removeIf(mention -> mention.permit().kind() == Permit.Kind.PERMIT);
        }
    }
}
