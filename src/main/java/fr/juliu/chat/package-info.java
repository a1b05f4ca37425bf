/**
 * What every messenger shares: {@link Reception} takes an {@link Incoming} and says what is to be done as {@link
 * Outgoing}s, with no messenger's type in sight.
 *
 * {@snippet :
 * Chat chat = new Chat("telegram:5", Chat.Kind.PRIVATE, null);
 * Person person = new Person("telegram:5", "小王", false);
 * Incoming message = new Incoming.Message("telegram:900", chat, person, "42", "学生居留能网上申请吗",
 *         Instant.now(Clock.systemUTC()), true, false, null);
 * List<Outgoing> todo = reception.receive(message); // a Send with the answer and its buttons
 * }
 *
 * <p>Commands, buttons, the answers that groups keep, the memory of conversations, limits and rights are here. {@link
 * Asking} asks the current edition with what a conversation kept; what that is lies under a {@link ConversationKey},
 * so that no name on the web is the key of a talk in a messenger.
 */
@NullMarked
package fr.juliu.chat;

import org.jspecify.annotations.NullMarked;
