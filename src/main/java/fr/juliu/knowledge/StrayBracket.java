package fr.juliu.knowledge;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/** A {@code <} that begins no tag, for its end is not near; without this, many of them take minutes to parse. */
final class StrayBracket implements InlineContentParser {

    private static final int NEAR = 2000;

    @Override
    public @Nullable ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        scanner.next();
        Position after = scanner.position();
        String end = end(scanner);
        for (int i = 0; i < NEAR && scanner.hasNext(); i++) {
            if (scanner.next(end)) {
                return ParsedInline.none();
            }
            scanner.next();
        }
        return ParsedInline.of(new Text("<"), after);
    }

    private static String end(Scanner scanner) {
        if (scanner.next("!--")) {
            return "-->";
        }
        if (scanner.next("![CDATA[")) {
            return "]]>";
        }
        return scanner.next('?') ? "?>" : ">";
    }

    /** What makes the parser for each {@code <}. */
    static final class Factory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('<');
        }

        @Override
        public InlineContentParser create() {
            return new StrayBracket();
        }
    }
}
