package fr.juliu.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The commands of the command line, and how to use them; they start without Spring. */
public final class Commands {

    private static final String HELP = "help";

    /** What the first argument is when the line is not the server's, beside a command. */
    private static final Set<String> FLAGS = Set.of("--help", "-h", "--version", "-V", Words.FLAG);

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Clock clock;
    private final Screens screens;

    /** The commands, for standard streams. */
    public Commands(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Clock clock) {
        this(in, out, err, environment, clock, Screens.of(environment));
    }

    Commands(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Clock clock,
            Screens screens) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.clock = clock;
        this.screens = screens;
    }

    /** Whether the arguments are not the server's: theirs are none, or settings such as {@code --server.port=8081}. */
    public static boolean handles(String[] args) {
        return args.length > 0 && (!args[0].startsWith("--") || FLAGS.contains(args[0])
                || args[0].startsWith(Words.FLAG + "="));
    }

    /** Runs a command and returns its exit code. */
    public int run(String[] args) {
        List<String> line = asFlag(List.of(args));
        Session session = new Session(in, out, err, environment, clock, Words.of(line, environment), screens);
        Optional<AbsentFolder> absent = AbsentFolder.in(line);
        absent.ifPresent(folder -> session.tell("no-folder", folder.flag(), folder.folder()));
        int code = absent.isPresent() ? Troubles.UNUSABLE : parser(session).execute(line.toArray(String[]::new));
        out.flush();
        return code;
    }

    /** Every command; a new one is a line here, and its words in both files of words. */
    private static List<Object> commands(Session session) {
        return List.of(new AskCommand(session), new CheckCommand(session), new ChooseEvalCommand(session),
                new BackupCommand(session),
                new RestoreCommand(session));
    }

    private static CommandLine parser(Session session) {
        CommandLine parser = new CommandLine(program());
        commands(session).forEach(parser::addSubcommand);
        Troubles troubles = new Troubles(session);
        return parser.setResourceBundle(session.words().bundle()).setExpandAtFiles(false)
                .setOut(writer(session.out())).setErr(writer(session.err()))
                .setColorScheme(Help.defaultColorScheme(ansi(session)))
                .setUsageHelpWidth(100).setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(troubles).setExecutionExceptionHandler(troubles);
    }

    /** What stands above the commands; they inherit its flags for help and language. */
    private static CommandSpec program() {
        return CommandSpec.create().name("juliu").versionProvider(() -> new String[]{"juliu " + Objects
                .requireNonNullElse(Commands.class.getPackage().getImplementationVersion(), "(unpackaged)")})
                .addOption(OptionSpec.builder("-h", "--help").usageHelp(true).scopeType(ScopeType.INHERIT).build())
                .addOption(OptionSpec.builder("-V", "--version").versionHelp(true).build())
                .addOption(OptionSpec.builder(Words.FLAG).type(Words.Language.class).paramLabel("zh|en")
                        .scopeType(ScopeType.INHERIT).build());
    }

    private static Help.Ansi ansi(Session session) {
        return session.screens().colours() ? Help.Ansi.ON : Help.Ansi.OFF;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /** {@code help ask} is {@code ask --help}. */
    private static List<String> asFlag(List<String> args) {
        return args.getFirst().equals(HELP)
                ? Stream.concat(args.stream().skip(1), Stream.of("--help")).toList()
                : args;
    }
}
