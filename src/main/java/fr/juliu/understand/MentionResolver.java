package fr.juliu.understand;

import fr.juliu.knowledge.Permit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which permits a text names, when words for several overlap or only one of them is asked about. */
public final class MentionResolver {

    private final Vocabulary vocabulary;
    private final Surroundings surroundings;

    public MentionResolver(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.surroundings = vocabulary.surroundings();
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
        if (!surroundings.isOfSeveral(folded)) {
            dropWhatIsNotAsked(folded, kept, mentions);
        }
        return List.copyOf(mentions);
    }

    /** Keeps of several permits the one that the question is about. */
    private void dropWhatIsNotAsked(String folded, List<Occurrence> kept, List<Mention> mentions) {
        dropUnlessAlone(mentions, mention -> surroundings.isNegated(folded.substring(0, mention.start())),
                mention -> true);
        dropUnlessAlone(mentions, mention -> !mention.strong() && !isJoined(folded, mention, kept), Mention::strong);
        dropUnlessAlone(mentions, mention -> !mention.permit().includes().isEmpty(),
                mention -> mention.permit().includes().isEmpty() && mention.permit().kind() == Permit.Kind.PERMIT);
        dropUnlessAlone(mentions, mention -> surroundings.isOfSomebodyElse(folded.substring(0, mention.start())),
                mention -> true);
        dropUnlessAlone(mentions, mention -> isStatus(folded, mention) && !isJoined(folded, mention, kept),
                mention -> mention.strong() && mention.permit().kind() != Permit.Kind.PROCEDURE);
        dropUnlessAlone(mentions,
                mention -> mention.permit().kind() == Permit.Kind.PERMIT && !isJoined(folded, mention, kept),
                mention -> mention.permit().kind() == Permit.Kind.SERVICE);
    }

    private boolean isStatus(String folded, Mention mention) {
        return mention.permit().kind() == Permit.Kind.PERMIT
                && surroundings.isStatus(folded.substring(0, mention.start()), folded.substring(mention.end()));
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
            if (!umbrella && surroundings.isChangedTo(folded.substring(0, to.start()))) {
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
    private boolean isJoined(String folded, Mention mention, List<Occurrence> kept) {
        List<Occurrence> own = kept.stream().filter(o -> o.tag().id().equals(mention.permit().id())).toList();
        return kept.stream().filter(o -> !own.contains(o))
                .anyMatch(other -> own.stream().anyMatch(o -> other.end() <= o.start()
                        ? surroundings.isJoining(folded.substring(other.end(), o.start()))
                        : o.end() <= other.start()
                                && surroundings.isJoining(folded.substring(o.end(), other.start()))));
    }
}
