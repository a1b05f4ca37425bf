package fr.juliu.store.mask;

/** Looks through a text for numbers of one kind, and marks them in it. */
interface Search {

    void in(FoldedText text);
}
