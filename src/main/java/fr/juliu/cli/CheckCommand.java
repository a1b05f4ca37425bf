package fr.juliu.cli;

import fr.juliu.edition.Edition;
import fr.juliu.edition.EditionChange;
import fr.juliu.edition.EditionLoss;
import fr.juliu.edition.Scorecard;
import fr.juliu.edition.Teaching;
import fr.juliu.keep.links.LinkLog;
import fr.juliu.keep.links.LinkLook;
import fr.juliu.keep.links.LinkSurvey;
import fr.juliu.knowledge.CitedAddress;
import fr.juliu.knowledge.CitedAddresses;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Problem;
import fr.juliu.tell.AnswerDocument;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Checks a folder of articles, runs its known questions, and tells what changed from another folder. */
final class CheckCommand {

    private static final int BROKEN = 1;

    /** Outcomes that are one where permits are right or wrong. */
    private static final Set<String> LISTS = Set.of("listed", "list");

    /** As many rows of a wrong answer as are told. */
    private static final int MOST = 5;

    private final Options options;
    private final Settings settings;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    CheckCommand(Options options, Settings settings, Clock clock, PrintStream out, PrintStream err) {
        this.options = options;
        this.settings = settings;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /**
     * What a check found.
     *
     * @param decider which decided
     * @param right  known questions answered rightly
     * @param share  of all known questions, from 0 to 1
     * @param floor  the share that is needed
     * @param change from the other folder, null when none was named
     * @param lost   what the other folder says and this one does not, so that publishing it has to be forced
     * @param links  what became of the addresses, null when they were not looked at
     */
    record Report(String folder, int articles, List<Problem> problems, Decider decider, int questions, int right,
            double share, double floor, List<Wrong> wrong, @Nullable EditionChange change, List<String> lost,
            @Nullable LinkReport links) {
    }

    /**
     * Who decided.
     *
     * @param by        {@code phrasings} or {@code rules}
     * @param phrasings how many there are
     * @param taught    how many places they lead to
     * @param places    how many places there are
     * @param model     whether sentences are compared by their meaning
     */
    record Decider(String by, int phrasings, int taught, int places, boolean model) {

        static Decider of(Teaching teaching) {
            return new Decider(teaching.decides() ? "phrasings" : "rules", teaching.phrasings(), teaching.taught(),
                    teaching.places(), teaching.model());
        }

        /** The end of the last line for a reader. */
        private String line() {
            if (!model) {
                return "decided by rules, since the model is off or does not work";
            }
            return by.equals("rules")
                    ? "decided by rules, since phrasings lead to only " + taught + " of " + places + " places"
                    : "taught by " + phrasings + " phrasings, which lead to " + taught + " of " + places + " places";
        }
    }

    /** A known question answered wrongly. */
    record Wrong(String id, String question, String expected, List<String> expectedDetails, String got,
            @Nullable String gotSection, List<String> gotDetails) {

        static Wrong of(Scorecard.Miss miss) {
            KnownQuestion known = miss.question();
            AnswerDocument answer = miss.answer();
            return new Wrong(known.id(), known.question(), known.outcome(), details(known), answer.outcome(),
                    answer.section(), details(answer));
        }

        /** The rows of the table, else the sections, that are right, and what has to be said. */
        private static List<String> details(KnownQuestion known) {
            return Stream.concat((known.rows().isEmpty() ? known.headings() : known.rows()).stream(),
                    known.must().stream().map(must -> "saying " + must)).toList();
        }

        /** The permits asserted, else those said not to be listed. */
        private static List<String> details(AnswerDocument answer) {
            return answer.rollout().isEmpty()
                    ? answer.notListed()
                    : answer.rollout().stream().map(row -> row.date() + "|" + row.permit()).toList();
        }

        /** The line for a reader; two answers of one kind are told apart by where their details differ. */
        private String line() {
            boolean alike = LISTS.contains(expected) ? LISTS.contains(got) : expected.equals(got);
            List<String> missing = expectedDetails.stream()
                    .filter(row -> gotDetails.stream().noneMatch(told -> isSame(row, told))).toList();
            List<String> extra = gotDetails.stream()
                    .filter(told -> expectedDetails.stream().noneMatch(row -> isSame(row, told))).toList();
            return id + " " + question + ": expected " + expected + (alike ? told(missing, expectedDetails) : "")
                    + ", got " + got + (alike ? told(extra, gotDetails) : "")
                    + (gotSection == null ? "" : " (" + gotSection + ")");
        }

        /** Whether two rows have one date and the second names the permit of the first. */
        private static boolean isSame(String row, String told) {
            int bar = row.indexOf('|') + 1;
            return bar > 0 && told.startsWith(row.substring(0, bar)) && told.contains(row.substring(bar));
        }

        /** The details that differ, and how many there are beside them. */
        private static String told(List<String> differing, List<String> all) {
            List<String> shown = new ArrayList<>(differing.subList(0, Math.min(differing.size(), MOST)));
            if (differing.size() > MOST) {
                shown.add("and " + (differing.size() - MOST) + " more");
            }
            if (all.size() > differing.size()) {
                shown.add((all.size() - differing.size()) + " in both");
            }
            return shown.isEmpty() ? "" : " [" + String.join("; ", shown) + "]";
        }
    }

    int run() {
        if (!options.words().isEmpty()) {
            throw new UsageException("check takes flags alone, not: " + String.join(" ", options.words()));
        }
        Library library = Folders.read(settings.knowledge(), settings, clock);
        if (library.articles().isEmpty()) {
            library.problems().forEach(err::println);
            return CommandLine.UNUSABLE;
        }
        Report report = report(library);
        if (options.has("--json")) {
            out.println(new JsonMapper().writeValueAsString(report));
        } else {
            print(report);
        }
        boolean broken = report.problems().stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        boolean dead = report.links() != null && report.links().hasDead();
        return broken || dead || report.share() < report.floor() ? BROKEN : 0;
    }

    private Report report(Library library) {
        try (Edition edition = Folders.edition(library, settings, clock, err)) {
            Scorecard card = Scorecard.of(edition, library.questions());
            List<Wrong> wrong = card.misses().stream()
                    .map(Wrong::of)
                    .toList();
            Optional<Library> before = options.value("--against")
                    .map(folder -> other(Folders.path("--against", folder)));
            return new Report(settings.knowledge().toString(), library.articles().size(), edition.problems(),
                    Decider.of(edition.teaching()), card.total(), card.right(), card.share(), settings.floor(), wrong,
                    before.map(other -> EditionChange.between(other, library)).orElse(null),
                    before.map(other -> EditionLoss.between(other, library).lines()).orElse(List.of()),
                    options.has("--links") ? links(library) : null);
        }
    }

    /** Looks at the addresses; the days of good looks are kept where there is a folder of data. */
    private LinkReport links(Library library) {
        List<CitedAddress> addresses = CitedAddresses.of(library, new ConfigFolder(settings.config()));
        Path file = Files.isDirectory(settings.data()) ? settings.data().resolve(LinkLog.FILE) : null;
        err.println("looking at " + addresses.size() + " addresses of " + LinkSurvey.sites(addresses) + " sites"
                + (file == null
                        ? "; when each was last seen is not kept, since there is no folder " + settings.data()
                                + " (juliu.data)"
                        : ""));
        LinkLog log = LinkLog.read(file);
        List<LinkLook> looks = new LinkSurvey(settings.links(), clock).look(addresses);
        LinkReport report = LinkReport.of(looks, log);
        log.keep(looks, LocalDate.now(clock));
        return report;
    }

    private Library other(Path folder) {
        Library before = Folders.read(folder, settings, clock);
        if (before.articles().isEmpty()) {
            before.problems().forEach(err::println);
            throw new UsageException("--against " + folder + " holds no readable article");
        }
        return before;
    }

    private void print(Report report) {
        report.problems()
                .forEach(problem -> out.println(problem.severity().name().toLowerCase(Locale.ROOT) + " " + problem));
        for (Wrong wrong : report.wrong()) {
            out.println("warning " + wrong.line());
        }
        if (report.change() != null) {
            report.change().lines().forEach(out::println);
        }
        report.lost().forEach(line -> out.println("warning " + line));
        if (report.links() != null) {
            report.links().lines().forEach(out::println);
        }
        out.printf(Locale.ROOT,
                "%s: %d articles, %d problems, known questions right %d / %d (%.1f %%, floor %.1f %%), %s%n",
                report.folder(), report.articles(), report.problems().size(), report.right(), report.questions(),
                100 * report.share(), 100 * report.floor(), report.decider().line());
    }
}
