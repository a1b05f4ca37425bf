package fr.juliu.cli;

import fr.juliu.knowledge.ConfigException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The commands {@code ask} and {@code check}, and how to use them; they start without Spring. */
public final class CommandLine {

    /** The exit code for wrong usage or no readable article. */
    static final int UNUSABLE = 2;

    private static final Set<String> HELP = Set.of("--help", "-h", "help");
    private static final String VERSION = "--version";

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Clock clock;

    public CommandLine(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Clock clock) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.clock = clock;
    }

    /** Whether the arguments are not the server's: theirs are none, or settings such as {@code --server.port=8081}. */
    public static boolean handles(String[] args) {
        return args.length > 0
                && (!args[0].startsWith("--") || HELP.contains(args[0]) || args[0].equals(VERSION));
    }

    /** Runs a command and returns its exit code. */
    public int run(String[] args) {
        try {
            int code = run(args[0], Arrays.asList(args).subList(1, args.length));
            out.flush();
            return code;
        } catch (UsageException | UnusableException | ConfigException e) {
            err.println(e.getMessage());
            return UNUSABLE;
        }
    }

    private int run(String command, List<String> args) {
        if (HELP.contains(command)) {
            return tell(UsageException.USAGE);
        }
        if (command.equals(VERSION)) {
            return tell("juliu " + Objects.requireNonNullElse(
                    CommandLine.class.getPackage().getImplementationVersion(), "(unpackaged)"));
        }
        if (!command.equals("ask") && !command.equals("check")) {
            throw new UsageException("there is no command " + command);
        }
        Options options = Options.parse(args);
        if (options.has("--help")) {
            return tell(UsageException.USAGE);
        }
        Settings settings = Settings.read(options, environment);
        return command.equals("ask")
                ? new AskCommand(options, settings, clock, in, out, err).run()
                : new CheckCommand(options, settings, clock, out, err).run();
    }

    private int tell(String text) {
        out.println(text);
        return 0;
    }
}
