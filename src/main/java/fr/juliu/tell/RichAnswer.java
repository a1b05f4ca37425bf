package fr.juliu.tell;

import fr.juliu.decide.Answer;
import fr.juliu.decide.Citation;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An answer for readers who see lists, tables and links, in the script of its question.
 *
 * @param blocks  what it says, without the lines that name its source
 * @param nearest the places that come nearest, where nothing answers
 */
public record RichAnswer(List<AnswerBlock> blocks, List<Near> nearest) {

    public RichAnswer {
        blocks = List.copyOf(blocks);
        nearest = List.copyOf(nearest);
    }

    /**
     * A place that comes near, with all that it says.
     *
     * @param page its path on our pages
     */
    public record Near(String article, String section, String page, List<AnswerBlock> blocks) {

        public Near {
            blocks = List.copyOf(blocks);
        }
    }

    /** A text that is no article's. */
    public static RichAnswer of(RichText text) {
        return new RichAnswer(AnswerBlock.of(text), List.of());
    }

    /**
     * An answer.
     *
     * @param script words in the script of the question
     */
    public static RichAnswer of(Answer answer, Quotes quotes, UnaryOperator<String> script) {
        List<Citation> nearest = answer instanceof Answer.Unknown unknown ? unknown.nearest() : List.of();
        return new RichAnswer(
                shown(quotes.finish(AnswerText.blocks(answer, quotes), answer.citation()), script),
                nearest.stream().map(place -> new Near(script.apply(place.article()), script.apply(place.section()),
                        place.page(), shown(quotes.finish(AnswerText.near(place, quotes), place), script))).toList());
    }

    private static List<AnswerBlock> shown(List<AnswerBlock> blocks, UnaryOperator<String> script) {
        return blocks.stream().map(block -> block.map(words -> words.map(script))).toList();
    }
}
