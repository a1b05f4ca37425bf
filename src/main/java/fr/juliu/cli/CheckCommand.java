package fr.juliu.cli;

import fr.juliu.choose.Prompts;
import fr.juliu.edition.ConfigCheck;
import fr.juliu.edition.Edition;
import fr.juliu.edition.Scorecard;
import fr.juliu.keep.KnownOutcomes;
import fr.juliu.keep.links.LinkLog;
import fr.juliu.keep.links.LinkLook;
import fr.juliu.keep.links.LinkSurvey;
import fr.juliu.knowledge.CitedAddress;
import fr.juliu.knowledge.CitedAddresses;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a folder of articles: tells at once what its files say, then asks its known questions, and tells what fails now
 * apart from what failed before.
 */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

    private static final int BROKEN = 1;

    private final Session session;

    @Mixin
    private final FolderFlags folders = new FolderFlags();

    @Option(names = "--against", paramLabel = "DIR")
    private @Nullable String against;

    @Option(names = "--links")
    private boolean links;

    @Option(names = "--old")
    private boolean old;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--floor", paramLabel = "SHARE")
    private @Nullable String floor;

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Map<String, String> flags = new HashMap<>(folders.given());
        if (floor != null) {
            flags.put("check.floor", floor);
        }
        Settings settings = Settings.read(flags, session.environment());
        Library before = against == null ? null : other(settings, Folders.path("--against", against));
        Library library = Folders.read(settings.knowledge(), settings, session.clock());
        if (library.articles().isEmpty()) {
            library.problems().stream().map(session.words()::told).forEach(session.err()::println);
            return Troubles.UNUSABLE;
        }
        ConfigFolder config = new ConfigFolder(settings.config());
        List<Problem> doubts = ConfigCheck.of(config, session.clock());
        Prompts.read(config);
        FolderReport files = FolderReport.of(library, doubts, before, settings, session.clock());
        CheckText text = new CheckText(session.out(), session.words(), session.screens().colours(), old);
        if (!json) {
            text.files(files);
        }
        CheckReport report = report(settings, files, library, before, json ? null : text);
        if (json) {
            session.out().println(new JsonMapper().writeValueAsString(report.document()));
        } else {
            text.answers(report);
        }
        return report.isSound() ? 0 : BROKEN;
    }

    /** Asks the known questions; what the index alone shows is told before, where there is a text to tell it in. */
    private CheckReport report(Settings settings, FolderReport files, Library library, @Nullable Library before,
            @Nullable CheckText text) {
        Progress progress = Progress.of(session, library.questions().size());
        progress.begin(library.articles().size());
        try (Edition edition = Folders.edition(library, settings, session)) {
            List<Problem> unnamed = edition.problems().stream()
                    .filter(problem -> !files.problems().contains(problem)).toList();
            if (text != null) {
                text.problems(unnamed);
            }
            Scorecard card = Scorecard.of(edition, library.questions(), progress::step);
            progress.end();
            return new CheckReport(files, unnamed, Decider.of(edition.teaching()), card.total(), settings.floor(),
                    earlier(settings, edition, library, before, card).sort(card.misses()),
                    links ? links(settings, library) : null);
        }
    }

    /** What is known of answers before: those of the other folder, else those remembered of what was published. */
    private Earlier earlier(Settings settings, Edition edition, Library library, @Nullable Library before,
            Scorecard card) {
        if (before != null) {
            Path published = Settings.read(Map.of(), session.environment()).config();
            return Earlier.of(before, library, card.misses(),
                    () -> edition.next(before, new ConfigFolder(published), session.clock()));
        }
        KnownOutcomes outcomes = KnownOutcomes.in(settings.data());
        Earlier earlier = Earlier.of(outcomes, library, card.misses());
        if (folders.given().isEmpty()) {
            outcomes.checked(library, card.misses());
        }
        return earlier;
    }

    /** Looks at the addresses; the days of good looks are kept where there is a folder of data. */
    private LinkReport links(Settings settings, Library library) {
        List<CitedAddress> addresses = CitedAddresses.of(library, new ConfigFolder(settings.config()));
        Path file = Files.isDirectory(settings.data()) ? settings.data().resolve(LinkLog.FILE) : null;
        session.tell("links.looking", addresses.size(), LinkSurvey.sites(addresses));
        if (file == null) {
            session.tell("links.unkept", settings.data());
        }
        LinkLog log = LinkLog.read(file);
        List<LinkLook> looks = new LinkSurvey(settings.links(), session.clock()).look(addresses);
        LinkReport report = LinkReport.of(looks, log);
        log.keep(looks, LocalDate.now(session.clock()));
        return report;
    }

    private Library other(Settings settings, Path folder) {
        Library before = Folders.read(folder, settings, session.clock());
        if (before.articles().isEmpty()) {
            before.problems().stream().map(session.words()::told).forEach(session.err()::println);
            throw new UnusableException("no-article", folder);
        }
        return before;
    }
}
