package fr.juliu.knowledge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** The parser of a footnote's text: {@code [^1]: text}, which CommonMark would take for the address of a link. */
public final class FootnoteParser extends AbstractBlockParser {

    private static final Pattern LABEL = Pattern.compile("\\[\\^([^\\[\\]\\s]{1,50})\\]:[ \\t]*");
    private static final int INDENT = 4;

    private final Footnote footnote;

    private FootnoteParser(String label) {
        footnote = new Footnote(label);
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return !(child instanceof Footnote);
    }

    @Override
    public Block getBlock() {
        return footnote;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()) {
            return BlockContinue.atIndex(state.getIndex());
        }
        return state.getIndent() >= INDENT ? BlockContinue.atColumn(state.getColumn() + INDENT) : BlockContinue.none();
    }

    /** The text of a footnote. */
    public static final class Footnote extends CustomBlock {

        private final String label;

        Footnote(String label) {
            this.label = label;
        }

        /** What its marks in the text say between the brackets. */
        public String label() {
            return label;
        }
    }

    /** What finds the begin of a footnote's text. */
    static final class Factory extends AbstractBlockParserFactory {

        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            Matcher label = LABEL.matcher(line).region(state.getNextNonSpaceIndex(), line.length());
            if (state.getIndent() >= INDENT || !label.lookingAt()) {
                return BlockStart.none();
            }
            return BlockStart.of(new FootnoteParser(label.group(1))).atIndex(label.end());
        }
    }
}
