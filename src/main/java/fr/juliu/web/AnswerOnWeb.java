package fr.juliu.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.juliu.chat.Contact;
import fr.juliu.tell.AnswerDocument;
import java.util.List;

/**
 * An answer as JSON, with how a person is reached.
 *
 * @param contact where nothing answers and the operator says it
 */
record AnswerOnWeb(@JsonUnwrapped AnswerDocument answer,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Contact.Way> contact) {

    AnswerOnWeb {
        contact = List.copyOf(contact);
    }
}
