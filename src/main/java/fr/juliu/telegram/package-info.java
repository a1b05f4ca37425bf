/** The Telegram edge: reads updates, hands them to {@code chat}, and sends what it says. */
@NullMarked
package fr.juliu.telegram;

import org.jspecify.annotations.NullMarked;
