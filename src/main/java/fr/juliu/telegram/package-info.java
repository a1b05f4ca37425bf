/**
 * The Telegram edge: {@link UpdateReader} reads an update as what {@code chat} takes, {@link UpdateHandler} hands it
 * over, and what that says to {@code telegram.send}.
 *
 * {@snippet :
 * UpdateReader reader = new UpdateReader(new Self(77, "JuliuBot"), Menus.names());
 * Update update = BotQueries.update(BotQueries.JSON.readTree(json));
 * Optional<Incoming> incoming = reader.read(update); // a Message that speaks to the bot
 * }
 *
 * <p>Updates come by {@link Poller} or {@link WebhookController}. Each is handled once, those of a chat in order, and
 * it is confirmed when its replies are stored together with the note that it is handled: a crash loses nothing. The
 * app starts without Telegram, and waits for it in the background.
 */
@NullMarked
package fr.juliu.telegram;

import org.jspecify.annotations.NullMarked;
