/**
 * An answer as people and programs read it: text with strong parts and links, plain text, JSON. A {@link Reply}
 * holds them all.
 */
@NullMarked
package fr.juliu.tell;

import org.jspecify.annotations.NullMarked;
