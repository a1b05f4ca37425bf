package fr.juliu.telegram;

/** How the way to Telegram is. */
enum TelegramState {
    /** The app started, and Telegram has not answered yet. */
    REGISTERING,
    /** Updates come in. */
    OK,
    /** Another replica polls. */
    STANDBY,
    /** Another program takes this bot's updates. */
    CONFLICT,
    /** Telegram does not know the token. */
    UNAUTHORISED,
    /** Telegram does not answer, or answers that it cannot. */
    UNREACHABLE
}
