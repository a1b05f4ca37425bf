package fr.juliu.telegram;

import java.util.Locale;

/** The bot itself: its id, and the name that people call it by, without the at sign. */
record Self(long id, String username) {

    /** Whether a name is the bot's; Telegram does not tell capitals from small letters in it. */
    boolean isCalled(String name) {
        return username.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }
}
