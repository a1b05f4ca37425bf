package fr.juliu.telegram.send;

import fr.juliu.chat.Outgoing;
import fr.juliu.store.OutgoingMessage;
import java.util.List;

/**
 * What is to be done, by the way in which it is done.
 *
 * @param messages to be kept until they are sent
 * @param direct   worth something only at once
 * @param jobs     that tell of their progress
 */
public record Mail(List<OutgoingMessage> messages, List<BotCall> direct, List<Outgoing.Job> jobs) {

    public Mail {
        messages = List.copyOf(messages);
        direct = List.copyOf(direct);
        jobs = List.copyOf(jobs);
    }
}
