package fr.juliu.chat;

import fr.juliu.store.Pin;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A group's notes as JSON: {@code {"juliu-notes": 1, "notes": [{"questions": […], "answer": "…", "at": "…"}]}}. It names
 * nobody.
 *
 * @param entries  in order
 * @param mistakes what of a text could not be read, a line each
 */
record NoteBook(List<Entry> entries, List<String> mistakes) {

    private static final String FORM = "juliu-notes";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A note.
     *
     * @param file as {@link Attachment#written()} has it; null for none
     * @param at   when it was kept; null where that is not told
     */
    record Entry(List<String> questions, String answer, @Nullable String file, @Nullable Instant at) {

        Entry {
            questions = List.copyOf(questions);
        }
    }

    NoteBook {
        entries = List.copyOf(entries);
        mistakes = List.copyOf(mistakes);
    }

    static NoteBook of(List<Note> notes) {
        return new NoteBook(notes.stream().map(note -> {
            Pin first = note.first();
            return new Entry(note.questions(), first.answer(), first.file(), first.at());
        }).toList(), List.of());
    }

    String json() {
        ObjectNode root = JSON.createObjectNode().put(FORM, VERSION);
        ArrayNode notes = root.putArray("notes");
        for (Entry entry : entries) {
            ObjectNode note = notes.addObject();
            ArrayNode questions = note.putArray("questions");
            entry.questions().forEach(questions::add);
            note.put("answer", entry.answer());
            if (entry.file() != null) {
                note.put("file", entry.file());
            }
            if (entry.at() != null) {
                note.put("at", entry.at().toString());
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    /** What a text holds; empty when it is no such JSON. */
    static Optional<NoteBook> read(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text.replaceFirst("^\\uFEFF", ""));
        } catch (JacksonException e) {
            return Optional.empty();
        }
        if (root.path(FORM).asInt(0) != VERSION || !root.path("notes").isArray()) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        int number = 0;
        for (JsonNode note : root.path("notes")) {
            number++;
            String trouble = trouble(note);
            if (trouble == null) {
                entries.add(entry(note));
            } else {
                mistakes.add("第 " + number + " 条" + trouble);
            }
        }
        return Optional.of(new NoteBook(entries, mistakes));
    }

    private static @Nullable String trouble(JsonNode note) {
        if (questions(note).isEmpty()) {
            return "没有问题（questions）";
        }
        if (file(note) == null && note.path("file").asString("").length() > 0) {
            return "的文件（file）看不懂";
        }
        return note.path("answer").asString("").isBlank() && file(note) == null ? "没有回答（answer）" : null;
    }

    private static Entry entry(JsonNode note) {
        return new Entry(questions(note), note.path("answer").asString("").strip(), file(note),
                at(note.path("at").asString("")));
    }

    private static List<String> questions(JsonNode note) {
        List<String> questions = new ArrayList<>();
        note.path("questions").forEach(question -> questions.addAll(Notes.questions(question.asString(""))));
        return questions.stream().distinct().limit(Notes.MOST_QUESTIONS).toList();
    }

    private static @Nullable String file(JsonNode note) {
        return Attachment.read(note.path("file").asString("")).map(Attachment::written).orElse(null);
    }

    private static @Nullable Instant at(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
