package fr.juliu.telegram.send;

import fr.juliu.chat.Outgoing;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.PinChatMessage;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.UnpinChatMessage;

/** The calls that pin messages in a chat, in silence, and take them off again. */
final class PinCalls {

    private PinCalls() {
    }

    static BotCall pin(Outgoing.PinInChat pin) {
        return BotCall.of(PinChatMessage.builder().chatId(Renderer.bare(pin.chat().id()))
                .messageId(Integer.valueOf(pin.message())).disableNotification(true).build());
    }

    static BotCall unpin(Outgoing.UnpinInChat unpin) {
        return BotCall.of(UnpinChatMessage.builder().chatId(Renderer.bare(unpin.chat().id()))
                .messageId(Integer.valueOf(unpin.message())).build());
    }
}
