package fr.juliu.cli;

import fr.juliu.decide.DialogueState;
import fr.juliu.decide.Explanation;
import fr.juliu.edition.Answerer;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Problem;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers a question, standard input, or a file of questions, on standard output. */
final class AskCommand {

    private final Options options;
    private final Settings settings;
    private final Clock clock;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final JsonMapper json = new JsonMapper();

    AskCommand(Options options, Settings settings, Clock clock, InputStream in, PrintStream out, PrintStream err) {
        this.options = options;
        this.settings = settings;
        this.clock = clock;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    int run() {
        boolean file = options.value("--file").isPresent();
        if (file != options.words().isEmpty()) {
            throw new UsageException("ask needs a question, - for standard input, or --file");
        }
        refuseLostCharacters(String.join(" ", options.words()));
        Library library = Folders.read(settings.knowledge(), settings, clock);
        library.problems().stream().filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .forEach(err::println);
        if (library.articles().isEmpty()) {
            return CommandLine.UNUSABLE;
        }
        try (Edition edition = Folders.edition(library, settings, clock, err)) {
            Answerer answerer = options.has("--leave-one-out")
                    ? edition.answerer().leavingOneOut()
                    : edition.answerer();
            if (file) {
                return answerFile(answerer, Folders.path("--file", options.value("--file").orElseThrow()));
            }
            answer(answerer, question());
        }
        return 0;
    }

    /** In a locale that cannot hold Chinese, Java puts a replacement for each character of an argument. */
    private static void refuseLostCharacters(String words) {
        boolean questionMarksAlone = words.chars().filter(c -> c == '?').count() >= 3
                && words.codePoints().noneMatch(Character::isLetter);
        if (words.indexOf('\uFFFD') >= 0 || questionMarksAlone) {
            throw new UnusableException("The question came in as " + words.strip()
                    + ": the locale cannot hold Chinese. Run again with LC_ALL=C.UTF-8 set, or pipe the question into ask -");
        }
    }

    private String question() {
        String words = String.join(" ", options.words());
        try {
            String question = words.equals("-") ? new String(in.readAllBytes(), StandardCharsets.UTF_8) : words;
            return question.strip();
        } catch (IOException e) {
            throw new UsageException("standard input cannot be read: " + e.getMessage());
        }
    }

    private void answer(Answerer answerer, String question) {
        Reply reply = answerer.ask(question);
        if (options.has("--json")) {
            out.println(json.writeValueAsString(AnswerDocument.of(null, reply, options.has("--explain"))));
            return;
        }
        out.println(reply.display());
        if (options.has("--explain")) {
            explain(reply.explanation().get());
        }
    }

    private void explain(Explanation explanation) {
        out.println();
        out.println(json.writerWithDefaultPrettyPrinter().writeValueAsString(explanation));
    }

    private int answerFile(Answerer answerer, Path file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            String line = withoutByteOrderMark(lines.readLine());
            while (line != null) {
                if (!line.isBlank()) {
                    answerLine(answerer, line);
                }
                line = lines.readLine();
            }
            return 0;
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file " + file);
        } catch (IOException e) {
            throw new UsageException("--file " + file + " cannot be read: " + e);
        }
    }

    private static @Nullable String withoutByteOrderMark(@Nullable String line) {
        return line != null && line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    /** A line that is no JSON object with a question is junk, and answered as junk is. */
    private void answerLine(Answerer answerer, String line) {
        JsonNode node = parse(line);
        JsonNode asked = node == null ? null : node.has("q") ? node.get("q") : node.get("question");
        @Nullable
        DialogueState state = null;
        for (String earlier : node == null ? List.<String>of() : texts(node.get("after"))) {
            state = answerer.ask(earlier, state).state();
        }
        Reply reply = answerer.ask(asked == null || !asked.isString() ? "" : asked.asString(), state);
        JsonNode id = node == null ? null : node.get("id");
        AnswerDocument document = AnswerDocument.of(id == null || id.isNull() ? null : id.asString(), reply,
                options.has("--explain"));
        out.println(options.has("--json") ? json.writeValueAsString(document) : reply.display().replace('\n', ' '));
    }

    private @Nullable JsonNode parse(String line) {
        try {
            JsonNode node = json.readTree(line);
            return node.isObject() ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static List<String> texts(@Nullable JsonNode node) {
        return node == null ? List.of() : node.valueStream().map(JsonNode::asString).toList();
    }
}
