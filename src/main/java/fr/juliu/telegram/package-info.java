/**
 * The Telegram edge: {@link UpdateHandler} reads updates, hands them to {@code chat}, and what that says to
 * {@code telegram.send}.
 */
@NullMarked
package fr.juliu.telegram;

import org.jspecify.annotations.NullMarked;
