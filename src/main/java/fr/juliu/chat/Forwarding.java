package fr.juliu.chat;

/** Messages to a chat of another messenger than the one that speaks. */
@FunctionalInterface
public interface Forwarding {

    /** Whether the message is on its way; false when no messenger takes it. */
    boolean forward(Outgoing.Send message);
}
