package fr.juliu.chat;

import fr.juliu.store.Pin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An answer that a group keeps.
 *
 * @param pins one for each question that it answers; at least one
 */
record Note(List<Pin> pins) {

    Note {
        if (pins.isEmpty()) {
            throw new IllegalArgumentException("a note answers a question at least");
        }
        pins = List.copyOf(pins);
    }

    /** The notes of pins, in the order of their first ones. */
    static List<Note> of(List<Pin> pins) {
        Map<String, List<Pin>> notes = new LinkedHashMap<>();
        pins.forEach(pin -> notes.computeIfAbsent(pin.note(), id -> new ArrayList<>()).add(pin));
        return notes.values().stream().map(Note::new).toList();
    }

    /** The pin of its first question. */
    Pin first() {
        return pins.getFirst();
    }

    String id() {
        return first().note();
    }

    List<String> questions() {
        return pins.stream().map(Pin::question).toList();
    }

    /** Its questions in one line, each quoted. */
    String quoted() {
        return quoted(questions());
    }

    static String quoted(List<String> questions) {
        return questions.stream().map(question -> "「" + question + "」").collect(Collectors.joining());
    }

    Optional<Attachment> file() {
        return Attachment.read(first().file());
    }
}
