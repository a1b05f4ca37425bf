package fr.juliu.cli;

import fr.juliu.choose.Prompt;
import fr.juliu.choose.Prompts;
import fr.juliu.decide.Choice;
import fr.juliu.decide.Chooser;
import fr.juliu.decide.Shortlist;
import fr.juliu.knowledge.KnownQuestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Chooses nothing, and keeps what a server would have been asked: a JSON object a line, each prompt once. */
final class PromptLines implements Chooser {

    private final Prompts prompts;
    private final boolean always;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> lines = new LinkedHashMap<>();
    private String id = "";

    PromptLines(Prompts prompts, boolean always) {
        this.prompts = prompts;
        this.always = always;
    }

    /** Says which question is asked next. */
    void about(KnownQuestion known) {
        id = known.id();
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
        Prompt prompt = prompts.of(list);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("key", prompt.key());
        line.put("ids", prompt.ids());
        line.put("messages", prompt.messages());
        lines.putIfAbsent(prompt.key(), json.writeValueAsString(line));
        return new Choice.Unread(Choice.Cause.NOT_RECORDED);
    }

    List<String> lines() {
        return List.copyOf(lines.values());
    }
}
