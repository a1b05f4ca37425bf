/**
 * A language model on a server of the operator's choice as a second reader: it is shown a question and few passages, and
 * says which of them answers; it writes nothing that people read. Off unless {@code juliu.chooser.url} is set. The door
 * is {@link fr.juliu.choose.ServerChooser}; what it asks is a {@link fr.juliu.choose.Prompt}, what came back is read by
 * {@link fr.juliu.choose.ChoiceReader}:
 *
 * {@snippet :
 * ChoiceReader answers = new ChoiceReader();
 * Choice choice = answers.read("{\"choice\": \"one\", \"ids\": [\"B\"], \"unanswered\": \"\"}", 3); // passage 1
 * Choice nonsense = answers.read("I would say B", 3); // unread, since it is malformed
 * }
 */
@NullMarked
package fr.juliu.choose;

import org.jspecify.annotations.NullMarked;
