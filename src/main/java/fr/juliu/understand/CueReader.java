package fr.juliu.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which cues of a question count: the longest where several overlap, and those of the question proper in a story. */
final class CueReader {

    private static final Pattern CLAUSE_END = Pattern.compile("[，。？！；,?!;\\n]");

    private final Vocabulary vocabulary;

    CueReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<Occurrence> cues(String folded, List<Occurrence> all) {
        List<Occurrence> named = all.stream().filter(o -> o.tag().kind() == Tag.Kind.PERMIT).toList();
        List<Occurrence> kept = new ArrayList<>();
        all.stream().filter(o -> o.tag().kind() == Tag.Kind.ASPECT || o.tag().kind() == Tag.Kind.FRAME)
                .sorted(Comparator.comparingInt(Occurrence::letters).reversed()).forEach(o -> {
                    if (kept.stream().noneMatch(longer -> beats(longer, o))) {
                        kept.add(o);
                    }
                });
        kept.removeIf(o -> o.tag().kind() == Tag.Kind.FRAME);
        kept.removeIf(o -> !isRollout(o) && named.stream().anyMatch(m -> m.start() <= o.start() && o.end() <= m.end()
                && !(m.start() == o.start() && m.end() == o.end())));
        List<Occurrence> cues = List.copyOf(kept);
        kept.removeIf(o -> isBackground(folded, o, cues, named));
        kept.sort(Comparator.comparingInt(Occurrence::start));
        return kept;
    }

    /** Whether the question is about the first card or renewal; in a story the last clause that says so decides. */
    Phase phase(String folded, List<Occurrence> cues) {
        List<Occurrence> telling = cues.stream().filter(cue -> phaseOf(cue) != Phase.ANY).toList();
        if (telling.isEmpty()) {
            return Phase.ANY;
        }
        Occurrence last = telling.getLast();
        boolean sure = telling.stream().anyMatch(cue -> role(cue) == Aspect.Role.FIRST);
        Phase phase = phaseOf(last);
        for (Occurrence cue : telling) {
            boolean sameClause = cue.end() >= last.start()
                    || !CLAUSE_END.matcher(folded.substring(cue.end(), last.start())).find();
            if (sameClause && phaseOf(cue) != phase) {
                boolean expiring = role(cue) == Aspect.Role.EXPIRING || role(last) == Aspect.Role.EXPIRING;
                return expiring && sure ? Phase.FIRST : Phase.ANY;
            }
        }
        return role(last) == Aspect.Role.EXPIRING && sure ? Phase.FIRST : phase;
    }

    private Phase phaseOf(Occurrence cue) {
        Aspect.Role role = role(cue);
        if (role == null || !role.isPhase()) {
            return Phase.ANY;
        }
        return role == Aspect.Role.FIRST ? Phase.FIRST : Phase.RENEWAL;
    }

    private Aspect.@Nullable Role role(Occurrence cue) {
        return vocabulary.aspect(cue.tag().id()).role();
    }

    /** A longer cue beats what stands inside it; what merely overlaps it only when both are no cue for the table. */
    private boolean beats(Occurrence longer, Occurrence shorter) {
        if (longer.gapped() || !shorter.overlaps(longer) || longer.letters() <= shorter.letters()) {
            return false;
        }
        return shorter.within(longer) || (shorter.tag().kind() == Tag.Kind.ASPECT && !isRollout(shorter));
    }

    private boolean isRollout(Occurrence cue) {
        return cue.tag().kind() == Tag.Kind.ASPECT && vocabulary.aspect(cue.tag().id()).asks() == Aspect.Asks.ROLLOUT;
    }

    /** In a story a point does not count when a later clause asks whether the permit is online. */
    private boolean isBackground(String folded, Occurrence cue, List<Occurrence> cues, List<Occurrence> named) {
        Aspect aspect = vocabulary.aspect(cue.tag().id());
        if (aspect.asks() != Aspect.Asks.PROSE) {
            return false;
        }
        boolean anywhere = aspect.is(Aspect.Trait.ANYWHERE);
        return cues.stream().anyMatch(later -> role(later) == Aspect.Role.ONLINE && later.start() >= cue.end()
                && CLAUSE_END.matcher(folded.substring(cue.end(), later.start())).find()
                && (!anywhere || (isNamedBetween(named, cue, folded, later) && noPointAfter(cues, cue))));
    }

    private static boolean isNamedBetween(List<Occurrence> named, Occurrence cue, String folded, Occurrence later) {
        return named.stream().anyMatch(mention -> mention.start() >= cue.end()
                && !CLAUSE_END.matcher(folded.substring(Math.min(mention.end(), later.start()),
                        Math.max(mention.start(), later.end()))).find());
    }

    private boolean noPointAfter(List<Occurrence> cues, Occurrence cue) {
        return cues.stream().noneMatch(other -> other.start() >= cue.end() && other.tag().kind() == Tag.Kind.ASPECT
                && vocabulary.aspect(other.tag().id()).asks() == Aspect.Asks.PROSE);
    }
}
