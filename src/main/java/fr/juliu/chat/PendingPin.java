package fr.juliu.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.juliu.store.Exchange;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What the bot waits for the question of, having asked a moderator for it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = PendingPin.New.class, name = "new"),
        @JsonSubTypes.Type(value = PendingPin.Rename.class, name = "rename")})
sealed interface PendingPin {

    /** The kind of the exchanges that hold it. */
    String KIND = "pin";

    /** The kind of such exchanges once the question is told. */
    String ANSWERED = "pin-answered";

    /** The kind of the exchanges that know which pin a message gave its question; the details are the id of the pin. */
    String NAMED = "pin-named";

    JsonMapper JSON = new JsonMapper();

    /** A message to be kept as an answer. */
    record New(String message, String answer) implements PendingPin {
    }

    /** A pin to get another question. */
    record Rename(String pin) implements PendingPin {
    }

    static Optional<PendingPin> read(Exchange exchange) {
        return exchange.kind().equals(KIND)
                ? Optional.of(JSON.readValue(exchange.details(), PendingPin.class))
                : Optional.empty();
    }

    default String details() {
        return JSON.writerFor(PendingPin.class).writeValueAsString(this);
    }
}
