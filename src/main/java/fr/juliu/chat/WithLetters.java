package fr.juliu.chat;

import java.util.List;
import java.util.stream.Stream;

/** A reception where whoever writes gets what waits for him before what he is answered. */
final class WithLetters implements Reception {

    private final Reception reception;
    private final Letters letters;

    WithLetters(Reception reception, Letters letters) {
        this.reception = reception;
        this.letters = letters;
    }

    @Override
    public List<Outgoing> receive(Incoming incoming) {
        List<Outgoing> done = reception.receive(incoming);
        return incoming instanceof Incoming.Message message
                ? letters.take(message.chat())
                        .map(letter -> Stream.concat(Messages.say(message, letter).stream(), done.stream()).toList())
                        .orElse(done)
                : done;
    }
}
