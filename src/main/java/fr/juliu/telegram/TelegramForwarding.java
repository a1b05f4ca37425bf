package fr.juliu.telegram;

import fr.juliu.chat.Forwarding;
import fr.juliu.chat.Outgoing;
import fr.juliu.store.Outbox;
import fr.juliu.telegram.send.Renderer;
import fr.juliu.telegram.send.Sender;
import java.util.List;

/** Messages to Telegram's chats that come of something else than its updates. */
final class TelegramForwarding implements Forwarding {

    private final Renderer renderer;
    private final Outbox outbox;
    private final Sender sender;

    TelegramForwarding(Renderer renderer, Outbox outbox, Sender sender) {
        this.renderer = renderer;
        this.outbox = outbox;
        this.sender = sender;
    }

    @Override
    public boolean forward(Outgoing.Send message) {
        if (!message.chat().id().startsWith(Addresses.MESSENGER + ":")) {
            return false;
        }
        renderer.render(List.of(message), null).messages().forEach(outbox::add);
        sender.wake();
        return true;
    }
}
