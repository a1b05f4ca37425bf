package fr.juliu.tell;

import java.util.ArrayList;
import java.util.List;

/**
 * A long enumeration within a paragraph, such as 要交：甲；乙；丙。, made a list. What stands in brackets or quotes parts
 * nothing; a sentence that goes on after a comma goes on below the list.
 */
final class Enumeration {

    private static final int SHORTEST = 40;
    private static final int SHORTEST_WORDS = 24;
    private static final int FEWEST_CLAUSES = 3;
    private static final int FEWEST_WORDS = 5;
    private static final String OPENING = "（(《「“[【";
    private static final String CLOSING = "）)》」”]】";

    private final RichText words;
    private final String text;

    private Enumeration(RichText words) {
        this.words = words;
        text = words.words();
    }

    /** A paragraph, or what leads in a list, the list, and what follows it. */
    static List<AnswerBlock> of(AnswerBlock.Paragraph paragraph) {
        return new Enumeration(paragraph.words()).blocks();
    }

    private List<AnswerBlock> blocks() {
        for (int colon = find("：", 0, text.length()); colon >= 0; colon = find("：", colon + 1, text.length())) {
            int sentence = end("。\n", colon);
            List<Integer> clauses = parting("；", colon + 1, sentence);
            if (clauses.size() >= FEWEST_CLAUSES - 1 && sentence - colon >= SHORTEST) {
                return split(colon + 1, clauses, sentence);
            }
            int clause = end("，；。\n", colon);
            List<Integer> commas = parting("、", colon + 1, clause);
            if (commas.size() >= FEWEST_WORDS - 1 && clause - colon >= SHORTEST_WORDS) {
                return split(colon + 1, commas, clause);
            }
        }
        return List.of(new AnswerBlock.Paragraph(words));
    }

    /** Where what begins after a colon ends: at one of some signs. */
    private int end(String signs, int colon) {
        int stop = find(signs, colon, text.length());
        return stop < 0 ? text.length() : stop;
    }

    private List<AnswerBlock> split(int from, List<Integer> parted, int end) {
        List<AnswerBlock> blocks = new ArrayList<>(List.of(new AnswerBlock.Paragraph(words.part(0, from))));
        List<List<AnswerBlock>> items = new ArrayList<>();
        int start = from;
        List<Integer> ends = new ArrayList<>(parted);
        ends.add(end);
        for (int at : ends) {
            items.add(List.of(new AnswerBlock.Paragraph(words.part(start, at).strip())));
            start = at + 1;
        }
        blocks.add(new AnswerBlock.Items(false, items));
        AnswerBlock.Paragraph rest = new AnswerBlock.Paragraph(words.part(end + 1, text.length()).strip());
        if (!rest.isEmpty()) {
            blocks.addAll(of(rest));
        }
        return blocks;
    }

    /** Where one of some signs stands outside of brackets; -1 when nowhere. */
    private int find(String signs, int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            char sign = text.charAt(i);
            depth += OPENING.indexOf(sign) >= 0 ? 1 : CLOSING.indexOf(sign) >= 0 ? -1 : 0;
            if (depth <= 0 && signs.indexOf(sign) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private List<Integer> parting(String sign, int from, int to) {
        List<Integer> found = new ArrayList<>();
        for (int at = find(sign, from, to); at >= 0; at = find(sign, at + 1, to)) {
            found.add(at);
        }
        return found;
    }
}
