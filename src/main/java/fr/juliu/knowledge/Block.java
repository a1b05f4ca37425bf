package fr.juliu.knowledge;

/** A piece of a section as plain text, such as one paragraph; Markdown marks are gone, link texts remain. */
public record Block(Kind kind, String text, int line) {

    /** What a block was in the article. */
    public enum Kind {
        /** A paragraph. */
        PARAGRAPH,
        /** An item of a list, without its nested items. */
        ITEM,
        /** A block quote. */
        QUOTE,
        /** A row of an ordinary table, its cells joined by a bar. */
        ROW,
        /** A row of a rollout table, date cell and permit cell joined by a bar. */
        ROLLOUT,
        /** Preformatted text. */
        CODE
    }

    public Block {
        if (line < 1) {
            throw new IllegalArgumentException("lines count from 1: " + line);
        }
    }
}
