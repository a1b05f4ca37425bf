package fr.juliu.keep;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the operator reads of reindexing: what came of it in figures, without a question. */
final class ReindexLog {

    private static final Logger LOG = LoggerFactory.getLogger(Reindexing.class);

    private ReindexLog() {
    }

    /**
     * Tells of one.
     *
     * @param edition the id of the edition that answers now
     */
    static void tell(Reindexing.Mode mode, Reindexing.Report report, String edition) {
        switch (report.outcome()) {
            case PUBLISHED -> LOG.info("Published edition {}: {} articles, known questions right {} of {}{}", edition,
                    report.articles(), report.right(), report.questions(),
                    report.setbacks().isEmpty() ? "" : ", forced: " + told(report.setbacks()));
            case UNCHANGED -> LOG.info("Not published: nothing changed since edition {}", edition);
            case CHECKED -> LOG.info("Checked, not published: known questions right {} of {}, {}", report.right(),
                    report.questions(), told(report.setbacks()));
            case WORSE, LOST -> LOG.warn("Not published: {}", told(report.setbacks()));
            case NOT_PULLED -> LOG.warn("Not published: the git clone could not be pulled");
            case BROKEN -> LOG.warn("Not published: {} files or settings are broken, the first at {}",
                    report.problems().stream().filter(Reindexing::isError).count(),
                    report.problems().stream().filter(Reindexing::isError).findFirst()
                            .map(problem -> problem.file() + ":" + problem.line()).orElse("the folder itself"));
            case BUSY -> LOG.debug("Not {}: another reindexing is running", mode);
        }
    }

    private static String told(Setbacks setbacks) {
        return setbacks.worse().size() + " known questions get worse, " + setbacks.lost().size()
                + " sections or rows are lost";
    }
}
