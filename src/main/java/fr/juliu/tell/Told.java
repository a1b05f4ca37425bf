package fr.juliu.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is told, gathered line by line: as a text for every reader, and as blocks for those who see lists and tables. */
final class Told {

    /** What a line begins with that is an item of a list. */
    static final String BULLET = "• ";

    private final RichText.Builder out = RichText.builder();
    private final List<AnswerBlock> blocks = new ArrayList<>();
    private int taken;
    private boolean begun;

    /** The text so far, to go on with. */
    RichText.Builder out() {
        return out;
    }

    void line(String text) {
        out.plain((begun ? "\n" : "") + text);
        begun = true;
    }

    RichText.Builder strong(String text) {
        line("");
        return out.strong(text);
    }

    /** Tells something in another way as blocks; as in the text when there are none. */
    void apart(Consumer<RichText.Builder> inText, Supplier<List<AnswerBlock>> inBlocks) {
        blocks.addAll(AnswerBlock.of(out.since(taken)));
        taken = out.size();
        List<AnswerBlock> own = inBlocks.get();
        inText.accept(out);
        begun = true;
        if (!own.isEmpty()) {
            blocks.addAll(own);
            taken = out.size();
        }
    }

    /** Tells something in the text alone. */
    void inTextAlone(String line) {
        blocks.addAll(AnswerBlock.of(out.since(taken)));
        line(line);
        taken = out.size();
    }

    RichText text() {
        return out.build();
    }

    List<AnswerBlock> blocks() {
        List<AnswerBlock> all = new ArrayList<>(blocks);
        all.addAll(AnswerBlock.of(out.since(taken)));
        return all;
    }
}
