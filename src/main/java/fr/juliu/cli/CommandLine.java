package fr.juliu.cli;

import fr.juliu.knowledge.ConfigException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The commands {@code ask} and {@code check}; they start without Spring. */
public final class CommandLine {

    /** The exit code for wrong usage or no readable article. */
    static final int UNUSABLE = 2;

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

    /** Whether the arguments name one of the commands. */
    public static boolean handles(String[] args) {
        return args.length > 0 && List.of("ask", "check").contains(args[0]);
    }

    /** Runs a command and returns its exit code. */
    public int run(String[] args) {
        try {
            Options options = Options.parse(Arrays.asList(args).subList(1, args.length));
            Settings settings = Settings.read(options, environment);
            int code = args[0].equals("ask")
                    ? new AskCommand(options, settings, clock, in, out, err).run()
                    : new CheckCommand(options, settings, clock, out, err).run();
            out.flush();
            return code;
        } catch (UsageException | ConfigException e) {
            err.println(e.getMessage());
            return UNUSABLE;
        }
    }
}
