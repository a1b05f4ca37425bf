package fr.juliu.chat;

import fr.juliu.store.Exchanges;

/** Which talk a message goes on: that of the answer or question that it replies to, else its writer's own. */
final class ReplyChain {

    private final Exchanges exchanges;
    private final Conversations conversations;

    ReplyChain(Exchanges exchanges, Conversations conversations) {
        this.exchanges = exchanges;
        this.conversations = conversations;
    }

    /** What the memory is kept under that a message leans on. */
    ConversationKey of(Incoming.Message message) {
        ConversationKey own = message.chat().conversation(message.person());
        Incoming.Quoted quoted = message.quoted();
        if (quoted == null || !message.chat().isGroup()) {
            return own;
        }
        String chat = message.chat().id();
        return exchanges.bySent(chat, quoted.id()).or(() -> exchanges.byAsked(chat, quoted.id()))
                .filter(exchange -> exchange.kind().equals(Answered.KIND))
                .<ConversationKey>map(answer -> message.chat().answerTo(answer.asked()))
                .filter(chain -> conversations.last(chain) != null).orElse(own);
    }
}
