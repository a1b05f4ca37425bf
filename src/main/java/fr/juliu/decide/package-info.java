/**
 * From a question to a sealed {@link Answer} with its explanation: help first, then tables, prose, or a refusal.
 * A {@link Decider} decides.
 */
@NullMarked
package fr.juliu.decide;

import org.jspecify.annotations.NullMarked;
