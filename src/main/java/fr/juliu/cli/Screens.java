package fr.juliu.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which of the standard streams a person looks at.
 *
 * @param input   whether questions are typed
 * @param output  whether standard output is a terminal
 * @param errors  whether standard error is one
 * @param colours whether both may be coloured
 */
record Screens(boolean input, boolean output, boolean errors, boolean colours) {

    /** Pipes and files alone. */
    static final Screens NONE = new Screens(false, false, false, false);

    /** Where the system keeps a process's open files by their numbers. */
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /** The screens of this process; without colours where {@code NO_COLOR} is set or the terminal is dumb. */
    static Screens of(Map<String, String> environment) {
        boolean output = isTerminal(1);
        boolean errors = isTerminal(2);
        boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        return new Screens(isTerminal(0), output, errors, output && errors && !plain);
    }

    private static boolean isTerminal(int file) {
        if (!Files.isDirectory(OPEN_FILES)) {
            return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        }
        try {
            String target = Files.readSymbolicLink(OPEN_FILES.resolve(String.valueOf(file))).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
