package fr.juliu.cli;

import fr.juliu.choose.ChoiceListener;
import fr.juliu.choose.ChooserSettings;
import fr.juliu.choose.Prompts;
import fr.juliu.choose.RecordedChoices;
import fr.juliu.choose.ServerChooser;
import fr.juliu.decide.Chooser;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.QuestionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Tells what a second reader is worth over a file of questions with known answers: of the server of the settings, or of
 * recorded choices; or writes what it would be asked, for somebody to answer.
 */
@Command(name = "choose-eval")
final class ChooseEvalCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final FolderFlags folders = new FolderFlags();

    @Option(names = "--prompts", paramLabel = "OUT.jsonl")
    private @Nullable String prompts;

    @Option(names = "--choices", paramLabel = "IN.jsonl")
    private @Nullable String choices;

    @Option(names = "--when", paramLabel = "unsure|always")
    private @Nullable String when;

    @Parameters(paramLabel = "FILE", descriptionKey = "questions")
    private String file = "";

    ChooseEvalCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Map<String, String> flags = new HashMap<>(folders.given());
        if (when != null) {
            flags.put("chooser.when", when);
        }
        Settings settings = Settings.read(flags, session.environment());
        if (prompts == null && choices == null && !settings.chooser().isOn()) {
            throw new UsageException("choose.nobody");
        }
        if (prompts != null && choices != null) {
            throw new UsageException("choose.both");
        }
        QuestionFile asked = questions();
        Library library = Folders.read(settings.knowledge(), settings, session.clock());
        if (library.articles().isEmpty()) {
            library.problems().stream().map(session.words()::told).forEach(session.err()::println);
            return Troubles.UNUSABLE;
        }
        Prompts words = Prompts.read(new ConfigFolder(settings.config()));
        try (Edition edition = Folders.edition(library, settings, session)) {
            if (prompts != null) {
                write(asked, edition, words, settings.chooser());
            } else {
                new ChooseReport(session).tell(SecondTrial.of(edition, asked.questions(),
                        chooser(words, settings.chooser()), Progress.of(session, asked.questions().size())));
            }
        }
        return 0;
    }

    private QuestionFile questions() {
        Path path = Folders.path("FILE", file);
        if (Files.isDirectory(path)) {
            throw new UsageException("a-folder", path);
        }
        if (!Files.exists(path)) {
            throw new UsageException("no-file", path);
        }
        QuestionFile asked = QuestionFile.read(path);
        asked.problems().stream().map(session.words()::told).forEach(session.err()::println);
        return asked;
    }

    private Chooser chooser(Prompts words, ChooserSettings settings) {
        if (choices == null) {
            return new ServerChooser(settings, words, ChoiceListener.NONE, session.clock(), session.err()::println);
        }
        try {
            return new RecordedChoices(Files.readAllLines(Folders.path("--choices", choices)), words,
                    isAlways(settings));
        } catch (NoSuchFileException e) {
            throw new UsageException("no-file", choices);
        } catch (IOException e) {
            throw new UnusableException("unreadable", choices, e);
        } catch (IllegalArgumentException e) {
            throw new UnusableException("choose.recorded", choices, String.valueOf(e.getMessage()));
        }
    }

    private void write(QuestionFile asked, Edition edition, Prompts words, ChooserSettings settings) {
        PromptLines lines = new PromptLines(words, isAlways(settings));
        Progress progress = Progress.of(session, asked.questions().size());
        SecondTrial.of(edition, asked.questions(), lines, progress, lines::about);
        Path out = Folders.path("--prompts", String.valueOf(prompts));
        List<String> written = lines.lines();
        try {
            Files.write(out, written);
        } catch (IOException e) {
            throw new UnusableException("unwritable", out, e);
        }
        session.tell("choose.written", written.size(), asked.questions().size(), out);
    }

    private static boolean isAlways(ChooserSettings settings) {
        return settings.when() == ChooserSettings.When.ALWAYS;
    }
}
