package fr.juliu.cli;

import fr.juliu.edition.Answerer;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a question, the lines of standard input, or a file of questions, on standard output. */
@Command(name = "ask")
final class AskCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private final Session session;

    @Mixin
    private final FolderFlags folders = new FolderFlags();

    @Option(names = "--file", paramLabel = "FILE")
    private @Nullable String file;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--explain")
    private boolean explain;

    @Option(names = "--leave-one-out")
    private boolean leaveOneOut;

    @Parameters(arity = "0..*", paramLabel = "QUESTION", descriptionKey = "question")
    private List<String> words = List.of();

    AskCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String asked = String.join(" ", words).strip();
        if ((file != null) != words.isEmpty()) {
            throw new UsageException("ask.nothing");
        }
        refuseLostCharacters(asked);
        Settings settings = Settings.read(folders.given(), session.environment());
        try (BufferedReader lines = lines(asked)) {
            return answer(settings, asked, lines);
        } catch (IOException e) {
            throw new UnusableException("unreadable", file == null ? STANDARD_INPUT : file, e);
        }
    }

    /** What holds more than one question: a file, which is opened before anything is waited for, or standard input. */
    private BufferedReader lines(String asked) throws IOException {
        if (file == null) {
            return new BufferedReader(asked.equals(STANDARD_INPUT)
                    ? new InputStreamReader(session.in(), StandardCharsets.UTF_8)
                    : Reader.nullReader());
        }
        Path path = Folders.path("--file", file);
        if (Files.isDirectory(path)) {
            throw new UsageException("a-folder", path);
        }
        try {
            return new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new UsageException("no-file", path);
        }
    }

    private int answer(Settings settings, String asked, BufferedReader lines) throws IOException {
        Library library = Folders.read(settings.knowledge(), settings, session.clock());
        library.problems().stream().filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .map(session.words()::told).forEach(session.err()::println);
        if (library.articles().isEmpty()) {
            return Troubles.UNUSABLE;
        }
        try (Edition edition = Folders.edition(library, settings, session)) {
            Answerer answerer = leaveOneOut ? edition.answerer().leavingOneOut() : edition.answerer();
            AnswerPrinter printer = new AnswerPrinter(session, answerer, json, explain);
            if (file != null) {
                printer.answerFile(file, lines);
            } else if (asked.equals(STANDARD_INPUT)) {
                printer.answerLines(lines);
            } else {
                printer.answer(asked);
            }
        }
        return 0;
    }

    /** In a locale that cannot hold Chinese, Java puts a replacement for each character of an argument. */
    private static void refuseLostCharacters(String words) {
        boolean questionMarksAlone = words.chars().filter(c -> c == '?').count() >= 3
                && words.codePoints().noneMatch(Character::isLetter);
        if (words.indexOf('\uFFFD') >= 0 || questionMarksAlone) {
            throw new UnusableException("lost-characters", words);
        }
    }
}
