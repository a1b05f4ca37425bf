package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import fr.juliu.decide.DialogueState;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.tell.AnswerDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The scorer against the script that judges the project from outside: over the same answers, the same ids miss. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScorerTest {

    private static final Path SCRIPT = Path.of("..", "shared", "eval", "score.py");
    private static final Pattern MISS = Pattern.compile("^MISS (\\S+) ", Pattern.MULTILINE);

    private final JsonMapper json = new JsonMapper();
    private final List<AnswerDocument> answers = new ArrayList<>();
    private List<KnownQuestion> questions = List.of();
    private Scorer scorer = Scorer.of(new Library(List.of(), List.of(), List.of(), List.of()));

    @BeforeAll
    void answerKnownQuestions() throws IOException {
        needs(Files.isRegularFile(SCRIPT), "no script at " + SCRIPT);
        questions = QuestionSets.ofTheArticle();
        try (Edition edition = QuestionSets.article(EnumSet.allOf(Part.class))) {
            scorer = Scorer.of(edition.library());
            questions.forEach(known -> answers.add(answer(edition.answerer(), known)));
        }
    }

    /** What is done to the bot's own answers before they are judged. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Damage {
        /** Nothing. */
        NONE(answer -> answer),
        /** An answer becomes a refusal, a refusal an answer. */
        OUTCOME_SWAPPED(answer -> copy(answer, answer.outcome().equals("unknown") ? "section" : "unknown",
                answer.text(), answer.section() == null ? "法籍" : answer.section(), answer.rollout())),
        /** A verdict on permits becomes a list, a list a verdict, a section or a refusal a question back. */
        OUTCOME_BLURRED(answer -> copy(answer, switch (answer.outcome()) {
            case "listed" -> "list";
            case "unknown", "section" -> "clarify";
            default -> "listed";
        }, answer.text(), answer.section(), answer.rollout())),
        /** The last permit asserted is gone. */
        ENTRY_DROPPED(answer -> asserting(answer,
                answer.rollout().subList(0, Math.max(0, answer.rollout().size() - 1)))),
        /** One permit too many is asserted. */
        ENTRY_ADDED(answer -> asserting(answer, Stream.concat(answer.rollout().stream(), Stream.of(
                new AnswerDocument.Rollout("2021 年 5 月", "2021-05", "人才护照", "人才护照、别的", false))).toList())),
        /** No permit is told from the others of its row. */
        PERMIT_BLURRED(answer -> asserting(answer, answer.rollout().stream()
                .map(fact -> new AnswerDocument.Rollout(fact.date(), fact.since(), "居留", fact.row(), false)).toList())),
        /** No date is told. */
        DATE_REMOVED(answer -> telling(answer, answer.text().replaceAll("\\d{4} 年[\\d -]*月", ""))),
        /** Dates are told with other spaces and marks, which does no harm. */
        DATE_RESPACED(answer -> telling(answer, answer.text().replace(" 年", "\u00A0**年**\u3000"))),
        /** Another section is named. */
        SECTION_CHANGED(answer -> copy(answer, answer.outcome(), answer.text(),
                "工作许可".equals(answer.section()) ? "法籍" : "工作许可", answer.rollout()));

        private final UnaryOperator<AnswerDocument> deed;

        Damage(UnaryOperator<AnswerDocument> deed) {
            this.deed = deed;
        }

        AnswerDocument to(AnswerDocument answer) {
            return deed.apply(answer);
        }

        private static AnswerDocument asserting(AnswerDocument from, List<AnswerDocument.Rollout> rollout) {
            return copy(from, from.outcome(), from.text(), from.section(), rollout);
        }

        private static AnswerDocument telling(AnswerDocument from, String text) {
            return copy(from, from.outcome(), text, from.section(), from.rollout());
        }

        private static AnswerDocument copy(AnswerDocument from, String outcome, String text, @Nullable String section,
                List<AnswerDocument.Rollout> rollout) {
            return new AnswerDocument(from.id(), from.question(), outcome, from.reason(), text, from.article(),
                    from.file(), section, rollout, from.notListed(), from.asOf(), from.sources(), from.confidence(),
                    from.alternatives(),
                    from.suggestions(), from.options(), from.script(), from.display(), from.page(), from.also(),
                    from.unanswered(), from.age(),
                    from.explain());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameIdsMiss(Damage damage, @TempDir Path folder) throws IOException, InterruptedException {
        List<AnswerDocument> damaged = answers.stream().map(damage::to).toList();
        Set<String> misses = new TreeSet<>();
        for (int i = 0; i < questions.size(); i++) {
            if (!scorer.isRight(questions.get(i), damaged.get(i))) {
                misses.add(questions.get(i).id());
            }
        }

        assertThat(questions).isNotEmpty();
        assertThat(misses).isEqualTo(missesOfTheScript(damaged, folder));
    }

    private Set<String> missesOfTheScript(List<AnswerDocument> damaged, Path folder)
            throws IOException, InterruptedException {
        Path file = folder.resolve("answers.jsonl");
        Files.writeString(file, damaged.stream().map(json::writeValueAsString).collect(Collectors.joining("\n")));
        List<String> lines = Files.readAllLines(QuestionSets.KNOWN);
        Path asked = Files.write(folder.resolve("questions.jsonl"),
                questions.stream().map(question -> named(question, lines.get(question.line() - 1))).toList());
        Path report = folder.resolve("report.txt");
        ProcessBuilder builder = new ProcessBuilder("python3", SCRIPT.toString(), asked.toString(),
                file.toString(), "--misses").redirectErrorStream(true).redirectOutput(report.toFile());
        builder.environment().put("PYTHONIOENCODING", StandardCharsets.UTF_8.name());
        int code = start(builder).waitFor();
        String text = Files.readString(report);
        assertThat(code).as(text).isZero();
        return MISS.matcher(text).results().map(miss -> miss.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A line as the script reads it: it knows the whole table, and else rows by their names alone. */
    private String named(KnownQuestion question, String line) {
        ObjectNode object = (ObjectNode) json.readTree(line);
        if (!question.rows().equals(List.of("*"))) {
            object.set("rows", json.valueToTree(scorer.rows(question)));
        }
        return json.writeValueAsString(object);
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            needs(false, "no python3: " + e.getMessage());
            throw new IllegalStateException(e);
        }
    }

    /** Skips where the script cannot run; on CI this is a failure. */
    private static void needs(boolean met, String missing) {
        if (!met && "true".equals(System.getenv("CI"))) {
            fail(missing);
        }
        if (!met) {
            abort("skipped: " + missing);
        }
    }

    private static AnswerDocument answer(Answerer answerer, KnownQuestion known) {
        @Nullable
        DialogueState state = null;
        for (String earlier : known.after()) {
            state = answerer.ask(earlier, state).state();
        }
        return AnswerDocument.of(known.id(), answerer.ask(known.question(), state), false);
    }
}
