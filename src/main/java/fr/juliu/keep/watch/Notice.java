package fr.juliu.keep.watch;

import fr.juliu.store.Watches;
import fr.juliu.tell.RichText;

/** What is to be told to a chat, of one of its watches. */
public record Notice(Watches.Due due, RichText text) {
}
