package fr.juliu.keep.edit;

import fr.juliu.knowledge.KnownQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question with what is to answer it, as the desk writes it into a file: a known question or a phrasing.
 *
 * @param outcome as the files name it: section, listed, not-listed, list or out-of-scope
 * @param section the heading of the section that answers; null when none does
 * @param rows    the rows that are told; none where a phrasing need not say
 */
public record TaughtQuestion(String question, String outcome, @Nullable String section, List<String> rows) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "desk-";

    public TaughtQuestion {
        rows = List.copyOf(rows);
    }

    /** What a section answers. */
    public static TaughtQuestion ofSection(String question, String heading) {
        return new TaughtQuestion(question, "section", heading, List.of());
    }

    /** What nothing is to answer. */
    public static TaughtQuestion ofNothing(String question) {
        return new TaughtQuestion(question, "out-of-scope", null, List.of());
    }

    /** What the table answers. */
    public static TaughtQuestion ofTable(String question) {
        return new TaughtQuestion(question, "listed", null, List.of());
    }

    /** The same as it is read from a file. */
    public KnownQuestion known() {
        return new KnownQuestion(ID + "0", question, "asked", outcome, section, List.of(), rows, List.of(), List.of(),
                1);
    }

    /**
     * The lines that a file lacks of some questions, with ids that it has not; none for a question that stands in it.
     *
     * @param file what the file holds
     */
    public static List<String> lines(List<TaughtQuestion> questions, String file) {
        List<String> lines = new ArrayList<>();
        int number = 1;
        for (TaughtQuestion each : questions) {
            String words = "\"q\": " + JSON.writeValueAsString(each.question());
            if (file.contains(words) || lines.stream().anyMatch(line -> line.contains(words))) {
                continue;
            }
            while (file.contains("\"" + ID + number + "\"")) {
                number++;
            }
            lines.add(each.line(ID + number++));
        }
        return lines;
    }

    private String line(String id) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("q", question);
        fields.put("kind", "asked");
        fields.put("outcome", outcome);
        fields.put("section", section);
        if (!rows.isEmpty() || section == null) {
            fields.put("rows", rows);
        }
        StringBuilder line = new StringBuilder("{");
        fields.forEach((name, value) -> line.append(line.length() == 1 ? "" : ", ").append('"').append(name)
                .append("\": ").append(JSON.writeValueAsString(value)));
        return line.append('}').toString();
    }
}
