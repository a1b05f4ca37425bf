package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reader of a file of known questions, one JSON object a line; a bad line is left out. */
final class KnownQuestionReader {

    private static final Set<String> OUTCOMES = Set.of("listed", "not-listed", "section", "list", "out-of-scope");

    /** All fields; a note is for people alone. */
    private static final Set<String> FIELDS = Set.of("id", "q", "kind", "outcome", "section", "section_any", "rows",
            "must", "after", "note");

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Integer> lineOfId = new HashMap<>();
    private final FileProblems problems;

    KnownQuestionReader(FileProblems problems) {
        this.problems = problems;
    }

    List<KnownQuestion> read(TextFile file) {
        List<KnownQuestion> questions = new ArrayList<>();
        for (int i = 0; i < file.lines().size(); i++) {
            String text = file.lines().get(i);
            KnownQuestion question = text.isBlank() ? null : read(text, i + 1);
            if (question != null) {
                questions.add(question);
            }
        }
        return questions;
    }

    private @Nullable KnownQuestion read(String text, int line) {
        try {
            JsonNode object = json.readTree(text);
            if (!object.isObject()) {
                throw new BadField("the line is no JSON object; write {\"id\": …, \"q\": …, \"outcome\": …}",
                        "这一行不是 JSON 对象；请写 {\"id\": …, \"q\": …, \"outcome\": …}");
            }
            KnownQuestion question = question(object, line);
            Integer first = lineOfId.putIfAbsent(question.id(), line);
            if (first != null) {
                throw new BadField("the id " + FileProblems.quote(question.id()) + " stands in line " + first
                        + " already; give this question its own",
                        "第 " + first + " 行已经用了 id "
                                + FileProblems.quoted(question.id()) + "；请给这个问题另写一个");
            }
            String wrong = ExpectedRows.fault(question.rows());
            if (wrong != null) {
                problems.warning(line, "rows has " + FileProblems.quote(wrong) + ", which is no row; write"
                        + " \"DATE CELL|PERMIT\", or one of *, newest, oldest, of 2023, of 2023-10, of 2019..2020,"
                        + " group LABEL, * except PERMIT",
                        "rows 里的" + FileProblems.quoted(wrong) + "不是表里的一行；请写「日期格|居留」，或者 *、newest、oldest、"
                                + "of 2023、of 2023-10、of 2019..2020、group 类名、* except 居留 里的一种");
            }
            object.propertyNames().stream().filter(field -> !FIELDS.contains(field))
                    .forEach(field -> problems.warning(line, "the field " + FileProblems.quote(field)
                            + " means nothing and is not read; write one of id, q, kind, outcome, section, section_any,"
                            + " rows, must, after, note",
                            "字段" + FileProblems.quoted(field)
                                    + "没有意义，没有读；只能用 id、q、kind、outcome、section、section_any、rows、"
                                    + "must、after、note"));
            return question;
        } catch (JacksonException e) {
            problems.error(line, "the line is not JSON (" + FileProblems.quote(e.getOriginalMessage())
                    + "); write one object in one line", "这一行不是 JSON；一行写一个对象");
        } catch (BadField e) {
            problems.error(line, e.message, e.chinese);
        }
        return null;
    }

    private static KnownQuestion question(JsonNode object, int line) throws BadField {
        String outcome = required(object, "outcome");
        if (!OUTCOMES.contains(outcome)) {
            throw new BadField("the outcome " + FileProblems.quote(outcome)
                    + " is unknown; write listed, not-listed, section, list or out-of-scope",
                    "没有 outcome " + FileProblems.quoted(outcome)
                            + "；请写 listed、not-listed、section、list 或 out-of-scope");
        }
        String kind = text(object, "kind");
        return new KnownQuestion(required(object, "id"), required(object, "q"), kind == null ? "" : kind, outcome,
                text(object, "section"), texts(object, "section_any"), texts(object, "rows"), texts(object, "must"),
                texts(object, "after"), line);
    }

    private static String required(JsonNode object, String field) throws BadField {
        String value = text(object, field);
        if (value == null || value.isBlank()) {
            throw new BadField("the question has no " + field + "; add \"" + field + "\": \"…\"",
                    "这个问题没有 " + field + "；请加上 \"" + field + "\": \"…\"");
        }
        return value;
    }

    private static @Nullable String text(JsonNode object, String field) throws BadField {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new BadField(field + " is no text; write \"" + field + "\": \"…\"",
                    field + " 不是文字；请写 \"" + field + "\": \"…\"");
        }
        return value.stringValue();
    }

    private static List<String> texts(JsonNode object, String field) throws BadField {
        JsonNode value = object.get(field);
        List<String> texts = new ArrayList<>();
        if (value == null || value.isNull()) {
            return texts;
        }
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            if (!each.isString()) {
                throw new BadField(field + " is no list of texts; write \"" + field + "\": [\"…\"]",
                        field + " 不是一组文字；请写 \"" + field + "\": [\"…\"]");
            }
            texts.add(each.stringValue());
        }
        return texts;
    }

    /** What is wrong with one line. */
    private static final class BadField extends Exception {

        private final String message;
        private final String chinese;

        BadField(String message, String chinese) {
            super(message);
            this.message = message;
            this.chinese = chinese;
        }
    }
}
