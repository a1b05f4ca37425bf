package fr.juliu.tell;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A part of an answer for readers who see lists and tables; a line feed within words breaks the line. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = AnswerBlock.Paragraph.class, name = "paragraph"),
        @JsonSubTypes.Type(value = AnswerBlock.Items.class, name = "list"),
        @JsonSubTypes.Type(value = AnswerBlock.Table.class, name = "table"),
        @JsonSubTypes.Type(value = AnswerBlock.Note.class, name = "note")})
public sealed interface AnswerBlock {

    /** Sentences. */
    record Paragraph(RichText words) implements AnswerBlock {
    }

    /**
     * A list.
     *
     * @param ordered whether its items are numbered
     * @param items   each of blocks, the first of which is its own words
     */
    record Items(boolean ordered, List<List<AnswerBlock>> items) implements AnswerBlock {

        public Items {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A table.
     *
     * @param rows the titles of its columns, then its rows, of cells
     */
    record Table(List<List<RichText>> rows) implements AnswerBlock {

        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Small print: the months of the facts, what is said of their sources. */
    record Note(RichText words) implements AnswerBlock {
    }

    /** Whether nothing is in it. */
    @JsonIgnore
    default boolean isEmpty() {
        return switch (this) {
            case Paragraph paragraph -> paragraph.words().words().isBlank();
            case Items list -> list.items().isEmpty();
            case Table table -> table.rows().isEmpty();
            case Note note -> note.words().words().isBlank();
        };
    }

    /** The same with other words; of a list whose item loses all of them, without that item. */
    default AnswerBlock map(UnaryOperator<RichText> words) {
        return switch (this) {
            case Paragraph paragraph -> new Paragraph(words.apply(paragraph.words()));
            case Items list -> new Items(list.ordered(), list.items().stream()
                    .map(item -> item.stream().map(block -> block.map(words)).filter(block -> !block.isEmpty())
                            .toList())
                    .filter(item -> !item.isEmpty()).toList());
            case Table table -> new Table(table.rows().stream()
                    .map(row -> row.stream().map(words).toList()).toList());
            case Note note -> new Note(words.apply(note.words()));
        };
    }

    /** A text as blocks: paragraphs are parted by empty lines, and lines that begin with • are a list. */
    static List<AnswerBlock> of(RichText text) {
        List<AnswerBlock> blocks = new ArrayList<>();
        List<List<AnswerBlock>> items = new ArrayList<>();
        String words = text.words();
        int from = 0;
        for (int at = 0; at <= words.length(); at = next(words, at) + 1) {
            int end = next(words, at);
            boolean item = words.startsWith(Told.BULLET, at);
            if (item || at == end) {
                paragraph(text.part(from, at), blocks, items);
                from = Math.min(end + 1, words.length());
            }
            if (item) {
                items.add(List.of(new Paragraph(text.part(at + Told.BULLET.length(), end))));
            }
        }
        paragraph(text.part(from, words.length()), blocks, items);
        list(blocks, items);
        return blocks;
    }

    private static int next(String words, int at) {
        int end = words.indexOf('\n', at);
        return end < 0 ? words.length() : end;
    }

    private static void paragraph(RichText words, List<AnswerBlock> blocks, List<List<AnswerBlock>> items) {
        if (!words.words().isBlank()) {
            list(blocks, items);
            blocks.add(new Paragraph(words.strip()));
        }
    }

    private static void list(List<AnswerBlock> blocks, List<List<AnswerBlock>> items) {
        if (!items.isEmpty()) {
            blocks.add(new Items(false, items));
            items.clear();
        }
    }
}
