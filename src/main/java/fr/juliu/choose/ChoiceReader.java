package fr.juliu.choose;

import fr.juliu.decide.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a model says, which is believed nothing: only a JSON object that names one of the five choices, and as many
 * of the passages shown as that choice has, is a choice.
 */
public final class ChoiceReader {

    /** What a model is asked to fill, where its server takes a schema. */
    static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "required": ["choice", "ids", "unanswered"],
             "properties": {
              "choice": {"type": "string", "enum": ["one", "several", "table", "none", "ask-back"]},
              "ids": {"type": "array", "items": {"type": "string"}},
              "unanswered": {"type": "string"}}}""";

    private static final Choice MALFORMED = new Choice.Unread(Choice.Cause.MALFORMED);
    private static final int LONGEST = 8_000;

    private final JsonMapper json = new JsonMapper();

    /**
     * The choice that a text is.
     *
     * @param passages how many were shown
     */
    public Choice read(String text, int passages) {
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        if (from < 0 || to < from || text.length() > LONGEST) {
            return MALFORMED;
        }
        try {
            return read(json.readTree(text.substring(from, to + 1)), passages);
        } catch (JacksonException e) {
            return MALFORMED;
        }
    }

    /** The same of an object that was read already. */
    public Choice read(JsonNode object, int passages) {
        JsonNode kind = object.get("choice");
        List<Integer> ids = ids(object.get("ids"), passages);
        if (kind == null || !kind.isString() || ids == null) {
            return MALFORMED;
        }
        JsonNode point = object.get("unanswered");
        String unanswered = point != null && point.isString() ? point.stringValue() : "";
        return switch (kind.stringValue()) {
            case "one" -> ids.size() == 1 ? new Choice.Passage(ids.getFirst(), unanswered) : MALFORMED;
            case "several" -> ids.size() == 2 && !ids.getFirst().equals(ids.getLast())
                    ? new Choice.Several(ids.getFirst(), ids.getLast(), unanswered)
                    : MALFORMED;
            case "table" -> new Choice.Table();
            case "none" -> new Choice.None();
            case "ask-back" -> new Choice.AskBack();
            default -> MALFORMED;
        };
    }

    /** The places of the passages named, from 0; null when one is none of those shown. */
    private static @Nullable List<Integer> ids(@Nullable JsonNode named, int passages) {
        if (named == null || named.isNull()) {
            return List.of();
        }
        if (!named.isArray()) {
            return null;
        }
        List<Integer> places = named.valueStream()
                .map(id -> id.isString() && id.stringValue().length() == 1 ? id.stringValue().charAt(0) - 'A' : -1)
                .toList();
        return places.stream().allMatch(place -> place >= 0 && place < passages) ? places : null;
    }
}
