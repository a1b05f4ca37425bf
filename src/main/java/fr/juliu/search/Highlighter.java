package fr.juliu.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.apache.lucene.util.QueryBuilder;

/**
 * Marks words where they stand in a text, and takes the sentences out of it where most of them do: Lucene's unified
 * highlighter over pairs of characters, so that traditional characters, accents and spaces make no difference.
 */
public final class Highlighter {

    private static final String FIELD = MixedTextAnalyzer.PAIRS;
    /** So many characters an excerpt has at least, where the text has them: a sentence of a few words says nothing. */
    private static final int EXCERPT = 70;

    private final MixedTextAnalyzer analyzer;

    public Highlighter(TextFolding folding) {
        analyzer = new MixedTextAnalyzer(folding);
    }

    /** A part of a text, and whether it is one of the words. */
    public record Part(String text, boolean hit) {
    }

    /** The whole text. */
    public List<Part> mark(String text, Collection<String> words) {
        return parts(text, words, WholeBreakIterator::new);
    }

    /** The sentences where most of the words stand; the first ones where none does. */
    public List<Part> excerpt(String text, Collection<String> words) {
        return parts(text, words, () -> LengthGoalBreakIterator
                .createMinLength(BreakIterator.getSentenceInstance(Locale.CHINA), EXCERPT, 0));
    }

    private List<Part> parts(String text, Collection<String> words, Supplier<BreakIterator> breaks) {
        if (text.isBlank()) {
            return List.of();
        }
        UnifiedHighlighter lucene = UnifiedHighlighter.builderWithoutSearcher(analyzer).withBreakIterator(breaks)
                .withFormatter(new Parts()).withMaxLength(text.length()).withMaxNoHighlightPassages(1).build();
        try {
            return lucene.highlightWithoutSearcher(FIELD, query(words), text, 1) instanceof Marked marked
                    ? marked.parts()
                    : List.of(new Part(text, false));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory does not fail to be read", e);
        }
    }

    private Query query(Collection<String> words) {
        QueryBuilder phrases = new QueryBuilder(analyzer);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String word : words) {
            Query phrase = phrases.createPhraseQuery(FIELD, word);
            if (phrase != null) {
                any.add(phrase, BooleanClause.Occur.SHOULD);
            }
        }
        return any.build();
    }

    /** What the formatter makes, which Lucene hands through as any object. */
    private record Marked(List<Part> parts) {
    }

    /** Passages as parts. */
    private static final class Parts extends PassageFormatter {

        @Override
        public Marked format(Passage[] passages, String content) {
            List<Part> parts = new ArrayList<>();
            for (Passage passage : passages) {
                int from = passage.getStartOffset();
                for (int match = 0; match < passage.getNumMatches(); match++) {
                    int start = Math.max(from, passage.getMatchStarts()[match]);
                    int end = Math.min(passage.getEndOffset(), passage.getMatchEnds()[match]);
                    if (end > start) {
                        add(parts, content.substring(from, start), false);
                        add(parts, content.substring(start, end), true);
                        from = end;
                    }
                }
                add(parts, content.substring(from, passage.getEndOffset()), false);
            }
            return new Marked(List.copyOf(parts));
        }

        /** Adds a text; a hit right behind a hit is one. */
        private static void add(List<Part> parts, String text, boolean hit) {
            if (text.isEmpty()) {
                return;
            }
            Part last = parts.isEmpty() ? null : parts.getLast();
            if (last != null && last.hit() == hit) {
                parts.set(parts.size() - 1, new Part(last.text() + text, hit));
            } else {
                parts.add(new Part(text, hit));
            }
        }
    }
}
