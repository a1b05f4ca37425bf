package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.List;

/** The problems of one file, as they are found. */
final class FileProblems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    FileProblems(String file) {
        this.file = file;
    }

    void error(int line, String message, String chinese) {
        found.add(new Problem(file, line, Problem.Severity.ERROR, message, chinese));
    }

    void warning(int line, String message, String chinese) {
        found.add(new Problem(file, line, Problem.Severity.WARNING, message, chinese));
    }

    /** Whether something is told of a line. */
    boolean tells(int line) {
        return found.stream().anyMatch(problem -> problem.line() == line);
    }

    boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    /** A piece of somebody's text, short enough for a message. */
    static String quote(String text) {
        return "\"" + cut(text) + "\"";
    }

    /** The same in Chinese marks. */
    static String quoted(String text) {
        return "「" + cut(text) + "」";
    }

    private static String cut(String text) {
        String line = text.strip().replace('\n', ' ');
        int end = Math.min(line.length(), 60);
        return line.substring(0, end) + (end < line.length() ? "…" : "");
    }
}
