package fr.juliu.knowledge;

import org.jspecify.annotations.Nullable;

/** A catalogue, lexicon or settings file that cannot be used; its message names the file and what to do. */
public final class ConfigException extends RuntimeException {

    private final transient Problem problem;

    public ConfigException(String file, String message, @Nullable Throwable cause) {
        this(file, 0, message, cause);
    }

    /**
     * A mistake at a line.
     *
     * @param line from 1; 0 when it is not known
     */
    public ConfigException(String file, int line, String message, @Nullable Throwable cause) {
        this(file, line, message, "设置写得不对（" + message + "）；请改好再试", cause);
    }

    /** The same, with words for the keeper. */
    ConfigException(String file, int line, String message, String chinese, @Nullable Throwable cause) {
        this(new Problem(file, line, Problem.Severity.ERROR, message, chinese), cause);
    }

    private ConfigException(Problem problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** What is wrong, by file and line. */
    public Problem problem() {
        return problem;
    }
}
