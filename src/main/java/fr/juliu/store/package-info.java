/**
 * What survives a restart: pins, settings, feedback, question log, handled updates, outgoing messages, in SQLite or
 * PostgreSQL. {@link Database} is the one way to the tables.
 *
 * {@snippet :
 * Groups groups = new Groups(database);
 * groups.set("telegram:-1001234", new GroupSettings(true, 0.9));
 * GroupSettings settings = groups.settings("telegram:-1001234"); // also after a restart
 * }
 *
 * <p>It does all on threads of its own: in order on the one of {@link Writer}, side by side on those that read. What
 * people wait for goes on when it cannot: it is written later, or kept in {@link Memory}. What is confirmed to people
 * throws {@link StoreUnavailableException} instead. Numbers that lead to a person are masked before anything is
 * written ({@link PrivateNumbers}).
 */
@NullMarked
package fr.juliu.store;

import org.jspecify.annotations.NullMarked;
