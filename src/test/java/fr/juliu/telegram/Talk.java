package fr.juliu.telegram;

import fr.juliu.telegram.fake.FakeBotApi;
import fr.juliu.telegram.fake.FakeChat;
import fr.juliu.telegram.fake.FakeUser;
import fr.juliu.telegram.fake.Sent;
import java.time.Duration;
import java.util.List;

/** A chat followed message by message: each of the bot's is read once and in order, so that none goes unnoticed. */
final class Talk {

    private static final Duration SOON = Duration.ofMinutes(5);

    final FakeChat chat;
    private final FakeBotApi telegram;
    private int read;

    Talk(FakeBotApi telegram, FakeChat chat) {
        this.telegram = telegram;
        this.chat = chat;
    }

    /** What the bot says first to a text. */
    Sent ask(FakeUser user, String text) {
        chat.say(user, text);
        return next();
    }

    /** What the bot says first to a reply. */
    Sent reply(FakeUser user, int to, String text) {
        chat.reply(user, to, text);
        return next();
    }

    /** What the bot does first when a button is pressed. */
    Sent press(FakeUser user, Sent message, String button) {
        chat.press(user, message, button);
        return next();
    }

    /** The word that whoever presses a button sees. */
    String toast(FakeUser user, Sent message, String button) {
        return telegram.awaitToast(chat.press(user, message, button), SOON).path("text").asString("");
    }

    /** What the bot sent or changed next. */
    Sent next() {
        List<Sent> sent = chat.awaitSent(read + 1, SOON);
        return sent.get(read++);
    }
}
