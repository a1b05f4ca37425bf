package fr.juliu.choose;

import fr.juliu.decide.Choice;
import fr.juliu.decide.Chooser;
import fr.juliu.decide.Shortlist;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Choices that somebody recorded, by the key of their prompt, in place of a server's. */
public final class RecordedChoices implements Chooser {

    private final Prompts prompts;
    private final boolean always;
    private final ChoiceReader reader = new ChoiceReader();
    private final Map<String, JsonNode> recorded = new HashMap<>();

    /**
     * The choices of lines such as {@code {"key": "…", "choice": {"choice": "one", "ids": ["A"], "unanswered": ""}}}.
     *
     * @param always whether it is asked of what is sure, too
     * @throws IllegalArgumentException when a line is no such object; it says which
     */
    public RecordedChoices(List<String> lines, Prompts prompts, boolean always) {
        this.prompts = prompts;
        this.always = always;
        JsonMapper json = new JsonMapper();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                add(json, lines.get(i), i + 1);
            }
        }
    }

    private void add(JsonMapper json, String line, int number) {
        try {
            JsonNode object = json.readTree(line);
            JsonNode key = object.get("key");
            JsonNode choice = object.get("choice");
            if (key != null && key.isString() && choice != null && choice.isObject()) {
                recorded.put(key.stringValue(), choice);
                return;
            }
        } catch (JacksonException e) {
            // told below, as any other line that is none
        }
        throw new IllegalArgumentException("line " + number
                + " is no recorded choice such as {\"key\": \"…\", \"choice\": {\"choice\": \"one\", \"ids\": [\"A\"]}}");
    }

    @Override
    public String host() {
        return "";
    }

    @Override
    public boolean always() {
        return always;
    }

    @Override
    public Choice choose(Shortlist list) {
        JsonNode choice = recorded.get(prompts.of(list).key());
        return choice == null
                ? new Choice.Unread(Choice.Cause.NOT_RECORDED)
                : reader.read(choice, list.passages().size());
    }
}
