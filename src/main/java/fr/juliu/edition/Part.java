package fr.juliu.edition;

/** A part of the system that can be left out, to measure what it earns. */
enum Part {
    /** The permits of the catalogue with the words people use; without it a table's own words remain. */
    CATALOGUE,
    /** Words that say the same. */
    LEXICON,
    /** The index field of character pairs beside smartcn's words. */
    PAIRS,
    /** Sentence vectors, without which tables alone answer. */
    VECTORS,
    /** The repair of spelling. */
    REPAIR,
    /** The cache of answers. */
    CACHE
}
