package fr.juliu.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question of a line of a file.
 *
 * @param id    as the line says; null without one
 * @param text  the question; empty when the line holds none
 * @param after what was asked before, in order
 * @param fault the key of {@link Words} that says what is wrong with the line; null when it is sound
 */
record FileQuestion(@Nullable String id, String text, List<String> after, @Nullable String fault) {

    FileQuestion {
        after = List.copyOf(after);
    }

    /** Reads a line that should be a JSON object with a question, {@code q} or {@code question}. */
    static FileQuestion read(JsonMapper json, String line) {
        JsonNode node;
        try {
            node = json.readTree(line);
        } catch (JacksonException e) {
            return new FileQuestion(null, "", List.of(), "line.no-json");
        }
        if (!node.isObject()) {
            return new FileQuestion(null, "", List.of(), "line.no-object");
        }
        JsonNode id = node.get("id");
        JsonNode asked = node.has("q") ? node.get("q") : node.get("question");
        boolean isText = asked != null && asked.isString();
        return new FileQuestion(id == null || id.isNull() ? null : id.asString(), isText ? asked.asString() : "",
                texts(node.get("after")), isText ? null : "line.no-question");
    }

    private static List<String> texts(@Nullable JsonNode node) {
        return node == null ? List.of() : node.valueStream().map(JsonNode::asString).toList();
    }
}
