/** What survives a restart: pins, settings, feedback, question log, handled updates, outgoing messages. */
@NullMarked
package fr.juliu.store;

import org.jspecify.annotations.NullMarked;
