package fr.juliu.chat;

import java.util.List;

/** What the bot does on a command. */
@FunctionalInterface
interface Command {

    /**
     * Does it.
     *
     * @param argument what stands behind the command, without spaces at its ends; empty for nothing
     */
    List<Outgoing> run(Incoming.Message message, String argument);
}
