package fr.juliu.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.juliu.chat.Contact;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.RichAnswer;
import java.util.List;

/**
 * An answer as JSON, with what pages show of it and how a person is reached.
 *
 * @param rich    its blocks, and the places that come nearest where nothing answers
 * @param contact where nothing answers and the operator says it
 */
record AnswerOnWeb(@JsonUnwrapped AnswerDocument answer, @JsonUnwrapped RichAnswer rich,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Contact.Way> contact) {

    AnswerOnWeb {
        contact = List.copyOf(contact);
    }
}
