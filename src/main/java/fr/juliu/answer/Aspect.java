package fr.juliu.answer;

import java.util.List;

/**
 * What a question asks about its subject, such as its fee.
 *
 * @param asks     what answers it
 * @param anywhere whether it needs no named subject
 * @param yields   whether it gives way to a question about 网上
 * @param cues     words of a question that tell it
 * @param evidence words of a sentence that answers it
 * @param find     words added to the search
 */
record Aspect(String id, Asks asks, boolean anywhere, boolean yields, List<String> cues, List<String> evidence,
        List<String> find) {

    /** What answers a question about the aspect. */
    enum Asks {
        /** The rollout table: whether, when, how, where. */
        ROLLOUT,
        /** Several entries of the table. */
        LIST,
        /** A sentence of prose. */
        PROSE
    }

    Aspect {
        cues = List.copyOf(cues);
        evidence = List.copyOf(evidence);
        find = List.copyOf(find);
    }
}
