package fr.juliu.tell;

import fr.juliu.decide.Citation;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.CrossReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What articles say, as blocks: with their lists, tables, strong parts and links, and links to what they name. */
public final class Quotes {

    /** No article at all, for whoever reads texts alone. */
    static final Quotes NONE = new Quotes(List.of());

    private static final String LEAD_IN = "：";

    private final Map<String, Article> byFile;
    private final CrossReferences references;

    public Quotes(List<Article> articles) {
        byFile = articles.stream()
                .collect(Collectors.toUnmodifiableMap(Article::file, Function.identity(), (a, b) -> a));
        references = new CrossReferences(List.copyOf(byFile.values()), null);
    }

    /**
     * What a place says; empty when there is no such.
     *
     * @param first sentences of it that come before all else, where it is long
     */
    List<AnswerBlock> of(Citation place, List<String> first) {
        Article article = byFile.get(place.file());
        if (article == null) {
            return List.of();
        }
        List<AnswerBlock> blocks = MarkdownBlocks.of(article, place.section());
        if (first.isEmpty() || blocks.isEmpty()) {
            return blocks;
        }
        List<AnswerBlock> all = new ArrayList<>(
                List.of(new AnswerBlock.Paragraph(RichText.of(String.join("\n", first)))));
        all.addAll(without(first, blocks));
        return all;
    }

    /** Blocks in their last form: long enumerations are lists, and what is named leads there. */
    List<AnswerBlock> finish(List<AnswerBlock> blocks, @Nullable Citation citation) {
        if (byFile.isEmpty()) {
            return blocks;
        }
        CrossReferences here = references.within(citation == null ? null : byFile.get(citation.file()));
        return blocks.stream().flatMap(block -> block instanceof AnswerBlock.Paragraph paragraph
                ? Enumeration.of(paragraph).stream()
                : Stream.of(block)).map(block -> block.map(words -> linked(words, here))).toList();
    }

    private static List<AnswerBlock> without(List<String> told, List<AnswerBlock> blocks) {
        List<AnswerBlock> left = new ArrayList<>();
        for (AnswerBlock block : blocks) {
            AnswerBlock rest = block.map(words -> without(told, words));
            boolean gone = rest.isEmpty() && !left.isEmpty();
            if (gone && left.getLast() instanceof AnswerBlock.Paragraph lead
                    && lead.words().words().endsWith(LEAD_IN)) {
                left.set(left.size() - 1, withoutLeadIn(lead));
            }
            left.add(rest);
        }
        left.removeIf(AnswerBlock::isEmpty);
        return left;
    }

    private static RichText without(List<String> told, RichText words) {
        RichText left = words;
        for (String sentence : told) {
            int at = left.words().indexOf(sentence);
            if (at >= 0) {
                left = RichText.builder().add(left.part(0, at))
                        .add(left.part(at + sentence.length(), left.words().length())).build().strip();
            }
        }
        return left;
    }

    private static AnswerBlock withoutLeadIn(AnswerBlock.Paragraph lead) {
        return new AnswerBlock.Paragraph(lead.words().part(0, lead.words().words().lastIndexOf('。') + 1));
    }

    private static RichText linked(RichText words, CrossReferences references) {
        RichText.Builder out = RichText.builder();
        for (RichText.Span span : words.spans()) {
            if (span instanceof RichText.Plain plain) {
                int from = 0;
                for (CrossReferences.Reference reference : references.in(plain.text())) {
                    plain(out, plain.text().substring(from, reference.start()));
                    out.link(plain.text().substring(reference.start(), reference.end()), reference.path());
                    from = reference.end();
                }
                plain(out, plain.text().substring(from));
            } else {
                out.add(new RichText(List.of(span)));
            }
        }
        return out.build();
    }

    private static void plain(RichText.Builder out, String text) {
        if (!text.isEmpty()) {
            out.plain(text);
        }
    }
}
