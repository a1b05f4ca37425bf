package fr.juliu.cli;

import fr.juliu.edition.EditionChange;
import fr.juliu.edition.EditionLoss;
import fr.juliu.edition.Scorecard;
import fr.juliu.knowledge.Due;
import fr.juliu.knowledge.Problem;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a check found for a reader: first what the files say, which is known at once, then how they answer. */
final class CheckText {

    /** So many questions that failed before are told each with its answer. */
    private static final int FEW = 10;

    private final PrintStream out;
    private final Words words;
    private final boolean colours;
    private final boolean old;

    /**
     * A text on a stream.
     *
     * @param old whether each question that failed before, too, is told with its answer, however many there are
     */
    CheckText(PrintStream out, Words words, boolean colours, boolean old) {
        this.out = out;
        this.words = words;
        this.colours = colours;
        this.old = old;
    }

    /** Tells what the files say, at once. */
    void files(FolderReport report) {
        problems(report.problems());
        if (report.change() != null) {
            change(report.change());
        }
        if (report.due() > 0) {
            out.println(words.tell("due", report.due()));
            report.next().forEach(due -> out.println("- " + told(due)));
        }
        if (report.loss() != null) {
            loss(report.loss());
        }
        out.flush();
    }

    /** Tells what is wrong with files. */
    void problems(List<Problem> problems) {
        problems.forEach(this::problem);
        out.flush();
    }

    /** Tells how the known questions were answered, and what came of the addresses. */
    void answers(CheckReport report) {
        Misses misses = report.misses();
        title("proposals", misses.proposals());
        misses.proposals().forEach(this::proposal);
        missed("broken", misses.broken());
        missed(misses.isEarlierKnown() ? "fresh" : "wrong", misses.fresh());
        earlier(misses);
        if (!misses.isEarlierKnown() && !misses.fresh().isEmpty()) {
            out.println(words.tell("no-earlier"));
        }
        if (report.links() != null) {
            report.links().lines(words).forEach(out::println);
        }
        out.println(words.tell("summary", report.files().folder(), report.files().articles(),
                report.problems().size(), report.right(), report.questions(), percent(report.share()),
                percent(report.floor()), report.decider().told(words)));
    }

    private void problem(Problem problem) {
        switch (problem.severity()) {
            case ERROR -> out.println(coloured(words.tell("error"), Style.fg_red) + words.told(problem));
            case WARNING -> warning(words.told(problem));
        }
    }

    private void warning(String text) {
        out.println(coloured(words.tell("warning"), Style.fg_yellow) + text);
    }

    private void change(EditionChange change) {
        lines("+ ", "section", change.sectionsAdded());
        lines("- ", "section", change.sectionsRemoved());
        lines("~ ", "section", change.sectionsChanged());
        lines("+ ", "rollout", change.entriesAdded());
        lines("- ", "rollout", change.entriesRemoved());
        lines("~ ", "rollout", change.entriesChanged());
    }

    private void lines(String mark, String what, List<String> changed) {
        changed.forEach(each -> out.println(mark + words.tell(what) + " " + each));
    }

    private void loss(EditionLoss loss) {
        loss.gone().forEach(section -> warning(words.tell("lost.section", section)));
        loss.cut().forEach(section -> warning(words.tell("lost.half", section)));
        loss.entries().forEach(entry -> warning(words.tell("lost.rollout", entry)));
    }

    private String told(Due due) {
        String place = due.file() + ":" + due.line();
        return switch (due.why()) {
            case ENDED -> words.tell("due.ended", place, due.heading(), String.valueOf(due.until()));
            case ENDING -> words.tell("due.ending", place, due.heading(), String.valueOf(due.until()));
            case AGED -> words.tell("due.aged", place, due.heading(), due.kind().isEmpty() ? "" : due.kind() + " ",
                    String.valueOf(due.date()), due.months(), due.span());
        };
    }

    private void proposal(Misses.Proposal proposal) {
        String rows = new JsonMapper().writeValueAsString(proposal.rows());
        out.println(words.tell("proposal", proposal.question().line(), proposal.question().id(),
                proposal.question().question(), rows));
    }

    private void missed(String title, List<Scorecard.Miss> misses) {
        title(title, misses);
        misses.forEach(miss -> warning(words.told(miss)));
    }

    /** Tells of those that failed before: by their ids where there are many, or what is new would be lost among them. */
    private void earlier(Misses misses) {
        if (misses.isEarlierKnown() && !misses.old().isEmpty() && misses.broken().isEmpty()
                && misses.fresh().isEmpty()) {
            out.println(words.tell("none-new"));
        }
        if (old || misses.old().size() <= FEW) {
            missed("old", misses.old());
        } else {
            out.println(words.tell("old.many", misses.old().size(), misses.old().stream()
                    .map(miss -> miss.question().id()).collect(Collectors.joining(words.tell("comma")))));
        }
    }

    private void title(String key, List<?> things) {
        if (!things.isEmpty()) {
            out.println(coloured(words.tell(key, things.size()), Style.bold));
        }
    }

    private String coloured(String text, Style style) {
        return colours ? Ansi.Style.on(style) + text + Ansi.Style.off(style) : text;
    }

    private String percent(double share) {
        return "%.1f %%".formatted(100 * share);
    }
}
