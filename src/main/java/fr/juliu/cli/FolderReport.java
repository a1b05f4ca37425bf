package fr.juliu.cli;

import fr.juliu.edition.EditionChange;
import fr.juliu.edition.EditionLoss;
import fr.juliu.knowledge.Due;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a folder and of the settings say by themselves, without a question being asked.
 *
 * @param problems what is wrong with the files
 * @param due      how many sections are to be held against their sources this month
 * @param next     the first of them; all of those whose facts end
 * @param change   from the other folder, null when none was named
 * @param loss     what the other folder says and this one does not, so that publishing it has to be forced; null likewise
 */
record FolderReport(String folder, int articles, List<Problem> problems, int due, List<Due> next,
        @Nullable EditionChange change, @Nullable EditionLoss loss) {

    /** As many sections to look at as are named. */
    private static final int FIRST = 10;

    /**
     * What they say.
     *
     * @param doubts what is doubtful in the settings
     */
    static FolderReport of(Library library, List<Problem> doubts, @Nullable Library before, Settings settings,
            Clock clock) {
        List<Due> due = Due.of(library, settings.maxAge(), LocalDate.now(clock), Map.of());
        return new FolderReport(settings.knowledge().toString(), library.articles().size(),
                Stream.concat(library.problems().stream(), doubts.stream()).toList(),
                due.size(), due.stream().limit(Math.max(FIRST, due.stream().filter(Due::ends).count())).toList(),
                before == null ? null : EditionChange.between(before, library),
                before == null ? null : EditionLoss.between(before, library));
    }
}
