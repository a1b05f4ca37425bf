/**
 * What goes out to Telegram, each message at least once, in order and within its limits: {@link Renderer} writes
 * calls, {@link Sender} makes them.
 *
 * {@snippet :
 * Outgoing send = new Outgoing.Send(chat, RichText.of("可以。"), List.of(), "42", null, false);
 * Mail mail = new Renderer(() -> "m1", clock).render(List.of(send), null); // one sendMessage, to be stored
 * }
 *
 * <p>Messages of a chat go out one by one, those of different chats side by side and in turn. A failure is told from a
 * delay that Telegram asks for, and from a message that it will never take.
 */
@NullMarked
package fr.juliu.telegram.send;

import org.jspecify.annotations.NullMarked;
