package fr.juliu.cli;

import fr.juliu.edition.EditionChange;
import fr.juliu.edition.Scorecard;
import fr.juliu.knowledge.Due;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Problem;
import fr.juliu.tell.AnswerDocument;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param unnamed   permits of tables that the catalogue lacks
 * @param questions how many known questions there are
 * @param floor     the share of them that must not be wrong, from 0 to 1
 * @param links     what became of the addresses, null when they were not looked at
 */
record CheckReport(FolderReport files, List<Problem> unnamed, Decider decider, int questions, double floor,
        Misses misses, @Nullable LinkReport links) {

    CheckReport {
        unnamed = List.copyOf(unnamed);
    }

    /** The share of known questions that are right, or would be by what is proposed, from 0 to 1. */
    double share() {
        return questions == 0 ? 1 : 1 - (double) misses.wrong().size() / questions;
    }

    /** How many known questions are answered as they expect. */
    int right() {
        return questions - misses.wrong().size() - misses.proposals().size();
    }

    /** All that is wrong with files. */
    List<Problem> problems() {
        return Stream.concat(files.problems().stream(), unnamed.stream()).toList();
    }

    /** Whether the folder is fit for use. */
    boolean isSound() {
        boolean broken = problems().stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        return !broken && (links == null || !links.hasDead()) && share() >= floor;
    }

    /** The report as JSON has it. */
    Document document() {
        return new Document(files.folder(), files.articles(), problems(), decider, questions, right(), share(), floor,
                Stream.of(misses.broken().stream().map(miss -> Wrong.of(miss, Boolean.TRUE)),
                        misses.fresh().stream().map(miss -> Wrong.of(miss, null)),
                        misses.old().stream().map(miss -> Wrong.of(miss, Boolean.FALSE))).flatMap(wrong -> wrong)
                        .toList(),
                misses.proposals().stream().map(Proposed::of).toList(), files.due(), files.next(), files.change(),
                files.loss() == null ? List.of() : files.loss().lines(), links);
    }

    /**
     * The report as JSON has it.
     *
     * @param share    of known questions that are right or would be by what is proposed, from 0 to 1
     * @param proposed questions that fail by a change of the table alone
     */
    record Document(String folder, int articles, List<Problem> problems, Decider decider, int questions, int right,
            double share, double floor, List<Wrong> wrong, List<Proposed> proposed, int due, List<Due> next,
            @Nullable EditionChange change, List<String> lost, @Nullable LinkReport links) {
    }

    /** A question, where it stands in its file, and the rows that it should name from now on. */
    record Proposed(String id, String question, int line, List<String> rows) {

        static Proposed of(Misses.Proposal proposal) {
            KnownQuestion known = proposal.question();
            return new Proposed(known.id(), known.question(), known.line(), proposal.rows());
        }
    }

    /**
     * A known question answered wrongly.
     *
     * @param missing  rows expected and not told
     * @param extra    rows told and not expected
     * @param wasRight whether it was answered rightly before; null when that is not known
     */
    record Wrong(String id, String question, String expected, List<String> expectedDetails, String got,
            @Nullable String gotSection, List<String> gotDetails, List<String> missing, List<String> extra,
            @Nullable Boolean wasRight) {

        static Wrong of(Scorecard.Miss miss, @Nullable Boolean wasRight) {
            KnownQuestion known = miss.question();
            AnswerDocument answer = miss.answer();
            return new Wrong(known.id(), known.question(), known.outcome(), expected(miss), answer.outcome(),
                    answer.section(), got(answer), miss.difference().missing(), miss.difference().extra(), wasRight);
        }

        /** The rows of the table, else the sections, that are right, and what has to be said. */
        static List<String> expected(Scorecard.Miss miss) {
            KnownQuestion known = miss.question();
            return Stream.concat((miss.expected().isEmpty() ? known.headings() : miss.expected()).stream(),
                    known.must().stream().map(must -> "saying " + must)).toList();
        }

        /** The permits asserted, else those said not to be listed. */
        static List<String> got(AnswerDocument answer) {
            return answer.rollout().isEmpty()
                    ? answer.notListed()
                    : answer.rollout().stream().map(row -> row.date() + "|" + row.permit()).toList();
        }
    }
}
