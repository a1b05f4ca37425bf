package fr.juliu.chat;

import fr.juliu.store.Exchange;
import fr.juliu.store.Feedback;
import fr.juliu.store.FeedbackBox;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What people say of answers that they were given, as it is kept. */
record Judgements(FeedbackBox feedback, Clock clock) {

    void give(Person person, Exchange exchange, boolean useful, @Nullable String reason) {
        Answered answered = Answered.read(exchange.details());
        feedback.give(new Feedback(exchange.about(), answered.outcome(), answered.section(), useful, reason,
                clock.instant()), exchange.id(), person.id());
    }
}
