package fr.juliu.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.juliu.store.Exchange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the bot waits for from a moderator, having asked him: the question of an answer, or the answer to a question. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = PendingPin.New.class, name = "new"),
        @JsonSubTypes.Type(value = PendingPin.Rename.class, name = "rename"),
        @JsonSubTypes.Type(value = PendingPin.Missed.class, name = "missed")})
sealed interface PendingPin {

    /** The kind of the exchanges that hold it. */
    String KIND = "pin";

    /** The kind of such exchanges once the question is told. */
    String ANSWERED = "pin-answered";

    /** The kind of the exchanges that know which note a message gave its questions; the details are the note's id. */
    String NAMED = "pin-named";

    // what was stored before there was a field does not have it
    JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    /**
     * A message to be kept as an answer.
     *
     * @param file  as {@link Attachment#written()} has it; null for none
     * @param saved whether it is kept without being pinned in the chat
     */
    record New(String message, String answer, @Nullable String file, boolean saved) implements PendingPin {

        Kept kept() {
            return new Kept(message, answer, file);
        }
    }

    /** A note to get other questions. */
    record Rename(String pin) implements PendingPin {
    }

    /**
     * Questions to get an answer.
     *
     * @param ids of what was asked and not answered
     */
    record Missed(List<String> ids, List<String> questions) implements PendingPin {

        public Missed {
            ids = List.copyOf(ids);
            questions = List.copyOf(questions);
        }
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
