/**
 * A published state of the knowledge: a library, its index, and {@link Answerer}, the one door to ask. {@link Edition}
 * builds them, {@link Scorecard} asks them the known questions.
 */
@NullMarked
package fr.juliu.edition;

import org.jspecify.annotations.NullMarked;
