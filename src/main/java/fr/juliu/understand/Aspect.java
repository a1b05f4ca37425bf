package fr.juliu.understand;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a question asks about its subject, such as its fee.
 *
 * @param called   what people who keep the knowledge call it, in Chinese
 * @param asks     what answers it
 * @param role     what the program itself asks by it; null for most
 * @param traits   how it stands beside other aspects
 * @param cues     words of a question that tell it
 * @param evidence words of a sentence that answers it
 * @param find     words added to the search
 * @param unless   words beside a cue that take its urgency away
 * @param with     words of which the question has to hold one, else a cue tells nothing; none when it need not
 * @param instead  ids of urgent cases that are not told where this one is
 * @param runsOut  so many days ahead at most the day lies on which a card runs out that tells it, too; below 0 when it
 *                 has passed, null when no day tells it
 * @param say      what an urgent case is told before anything else, the first line first; empty for other aspects
 */
public record Aspect(String id, String called, Asks asks, @Nullable Role role, Set<Trait> traits, List<String> cues,
        List<String> evidence, List<String> find,
        List<String> unless, List<String> with, List<String> instead, @Nullable Integer runsOut, String say) {

    /** What answers a question about the aspect. */
    public enum Asks {
        /** The rollout table: whether, when, how, where. */
        ROLLOUT,
        /** Several entries of the table. */
        LIST,
        /** A sentence of prose. */
        PROSE,
        /** An urgent case: help first, then prose, and never a verdict. */
        HELP
    }

    /** How an aspect stands beside others. */
    public enum Trait {
        /** It needs no named subject. */
        ANYWHERE,
        /** Its cues alone show that the question is about permits. */
        ON_TOPIC,
        /** It gives way to a question about 网上. */
        YIELDS,
        /** It gives way to a permit that is named. */
        YIELDS_TO_PERMITS,
        /** It counts only when nothing else is asked. */
        MINOR,
        /** The text above an article's first heading answers it best. */
        PREFER_INTRO,
        /** Whoever asks it asks about doing something online, in whatever words: 网上, 不能网上, 网上办不了. */
        ABOUT_ONLINE
    }

    /** What the program itself asks of a question; the file says which aspect it is, under whatever id. */
    public enum Role {
        /** Whether it is done online. */
        ONLINE,
        /** Since when. */
        WHEN,
        /** How or where it is done. */
        HOW,
        /** For the first time. */
        FIRST,
        /** Once more. */
        RENEWAL,
        /** A card that runs out, which is to be renewed unless it is said to be the first. */
        EXPIRING,
        /** The newest entries of the table. */
        NEWEST,
        /** The oldest ones. */
        OLDEST,
        /** Those that are still to come. */
        PLANNED,
        /** Those that are not online. */
        NOT_ONLINE,
        /** All but some. */
        EXCEPT,
        /** That the platform fails. */
        FAILURE;

        /** Whether the first card or a renewal is told by it. */
        boolean isPhase() {
            return switch (this) {
                case FIRST, RENEWAL, EXPIRING -> true;
                case ONLINE, WHEN, HOW, NEWEST, OLDEST, PLANNED, NOT_ONLINE, EXCEPT, FAILURE -> false;
            };
        }
    }

    public Aspect {
        traits = Set.copyOf(traits);
        cues = List.copyOf(cues);
        evidence = List.copyOf(evidence);
        find = List.copyOf(find);
        unless = List.copyOf(unless);
        with = List.copyOf(with);
        instead = List.copyOf(instead);
        if (unless.stream().anyMatch(words -> words.isBlank() || words.startsWith("…") || words.endsWith("…"))) {
            throw new IllegalArgumentException("'unless' needs words on both sides of each …: " + unless);
        }
        if ((asks == Asks.HELP) == say.isBlank()) {
            throw new IllegalArgumentException("an aspect that asks for help, and no other, needs 'say': " + id);
        }
    }

    /** Whether only prose answers it. */
    boolean needsProse() {
        return asks == Asks.PROSE || asks == Asks.HELP;
    }

    /** Whether it is about the first card or a renewal. */
    public boolean isPhase() {
        return role != null && role.isPhase();
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
