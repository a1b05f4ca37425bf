package fr.juliu.chat;

import java.util.List;

/** Takes what comes in from messengers, and says what they are to do. */
public interface Reception {

    /** What is to be done about an event; nothing when it is none of the bot's business. */
    List<Outgoing> receive(Incoming incoming);
}
