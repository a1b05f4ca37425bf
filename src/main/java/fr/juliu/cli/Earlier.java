package fr.juliu.cli;

import fr.juliu.edition.Edition;
import fr.juliu.edition.Scorecard;
import fr.juliu.edition.TableChange;
import fr.juliu.keep.KnownOutcomes;
import fr.juliu.keep.Setbacks;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How the known questions that fail were answered before.
 *
 * @param isKnown whether anything is known of what was before
 * @param right   whether each was answered rightly, by its id; those that nobody asked are absent
 * @param table   how the tables changed since
 */
record Earlier(boolean isKnown, Map<String, Boolean> right, TableChange table) {

    Earlier {
        right = Map.copyOf(right);
    }

    /**
     * What another folder answers.
     *
     * @param edition of that folder; only asked for when a question fails
     */
    static Earlier of(Library before, Library now, List<Scorecard.Miss> misses, Supplier<Edition> edition) {
        Map<String, Boolean> right = new HashMap<>();
        if (!misses.isEmpty()) {
            Set<String> worse = Setbacks.of(edition.get(), now, misses).worse().stream()
                    .map(miss -> miss.question().id()).collect(Collectors.toSet());
            Set<List<Object>> asked = before.questions().stream().map(Earlier::asked).collect(Collectors.toSet());
            misses.stream().map(Scorecard.Miss::question).filter(known -> asked.contains(asked(known)))
                    .forEach(known -> right.put(known.id(), worse.contains(known.id())));
        }
        return new Earlier(true, right, TableChange.between(TableChange.rows(before), TableChange.rows(now)));
    }

    /** What is remembered of the published edition. */
    static Earlier of(KnownOutcomes outcomes, Library now, List<Scorecard.Miss> misses) {
        Map<String, Boolean> right = new HashMap<>();
        misses.stream().map(Scorecard.Miss::question).forEach(
                known -> outcomes.wasRight(known).ifPresent(was -> right.put(known.id(), was)));
        return new Earlier(!outcomes.isEmpty(), right, outcomes.tableChange(now));
    }

    /** The misses by what is to be done about each. */
    Misses sort(List<Scorecard.Miss> misses) {
        List<Misses.Proposal> proposals = new ArrayList<>();
        List<Scorecard.Miss> broken = new ArrayList<>();
        List<Scorecard.Miss> fresh = new ArrayList<>();
        List<Scorecard.Miss> old = new ArrayList<>();
        for (Scorecard.Miss miss : misses) {
            Boolean was = right.get(miss.question().id());
            Optional<List<String>> rows = table.proposal(miss);
            if (rows.isPresent()) {
                proposals.add(new Misses.Proposal(miss.question(), rows.get()));
            } else if (was == null) {
                fresh.add(miss);
            } else {
                (was ? broken : old).add(miss);
            }
        }
        return new Misses(isKnown, proposals, broken, fresh, old);
    }

    private static List<Object> asked(KnownQuestion known) {
        return List.of(known.id(), known.question(), known.after());
    }
}
