/**
 * What survives a restart: pins, settings, feedback, question log, handled updates, outgoing messages.
 *
 * <p>
 * {@link fr.juliu.store.Database} is the one way to the tables, and does all on threads of its own: in order on the one of
 * {@link fr.juliu.store.Writer}, side by side on those that read. What people wait for goes on when it cannot: it is written
 * later, or kept in {@link fr.juliu.store.Memory}. What is confirmed to people throws
 * {@link fr.juliu.store.StoreUnavailableException} instead.
 */
@NullMarked
package fr.juliu.store;

import org.jspecify.annotations.NullMarked;
