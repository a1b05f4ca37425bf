/**
 * What goes out to Telegram, each message at least once, in order and within its limits. {@link Renderer} writes
 * calls, {@link Sender} makes them.
 */
@NullMarked
package fr.juliu.telegram.send;

import org.jspecify.annotations.NullMarked;
