package fr.juliu.decide;

import fr.juliu.knowledge.Block;
import fr.juliu.knowledge.Passage;
import fr.juliu.search.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What remains of a place beside the sentences that are shown of it. A lead-in, such as 要交三样：, remains only with
 * something of what it leads in.
 *
 * @param blocks in reading order; the text of a rollout table is none of the place's
 */
record Remainder(List<Block> blocks) {

    private static final String LEAD_IN = "：";

    Remainder {
        blocks = List.copyOf(blocks);
    }

    static Remainder of(Place place) {
        Passage passage = place.passage();
        return new Remainder(passage == null
                ? place.section().blocks()
                : passage.answer().lines().map(line -> new Block(Block.Kind.ITEM, line, passage.line())).toList());
    }

    /** The text without these sentences, or without the whole text, a block a line. */
    String without(List<String> shown) {
        List<String> left = new ArrayList<>(blocks.stream().map(Remainder::text).toList());
        shown.stream().flatMap(String::lines).forEach(sentence -> takeOut(sentence, left));
        for (int at = left.size() - 1; at >= 0; at--) {
            if (left.get(at).endsWith(LEAD_IN) && ledIn(at, left).allMatch(String::isEmpty)) {
                left.set(at, withoutLeadIn(left.get(at)));
            }
        }
        return String.join("\n", left.stream().filter(text -> !text.isEmpty()).toList());
    }

    private static String text(Block block) {
        return block.kind() == Block.Kind.ROLLOUT
                ? ""
                : String.join("\n", block.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    private static void takeOut(String sentence, List<String> left) {
        for (int i = 0; i < left.size(); i++) {
            int at = left.get(i).indexOf(sentence);
            if (at >= 0) {
                String text = left.get(i);
                left.set(i, (text.substring(0, at) + text.substring(at + sentence.length())).strip());
                return;
            }
        }
    }

    /** What is left of what a block leads in: the list or table below it, else the block below it. */
    private Stream<String> ledIn(int at, List<String> left) {
        if (at + 1 == blocks.size()) {
            return Stream.empty();
        }
        Block.Kind kind = blocks.get(at + 1).kind();
        int end = at + 2;
        while (kind != Block.Kind.PARAGRAPH && end < blocks.size() && blocks.get(end).kind() == kind) {
            end++;
        }
        return left.subList(at + 1, end).stream();
    }

    /** The sentences before the one that leads in. */
    private static String withoutLeadIn(String text) {
        return text.substring(0, text.lastIndexOf('。') + 1);
    }
}
