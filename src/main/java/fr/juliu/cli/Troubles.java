package fr.juliu.cli;

import fr.juliu.knowledge.ConfigException;
import fr.juliu.store.StoreException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells on standard error why a command cannot be run, and what to do, in the user's language. */
final class Troubles implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** The exit code for wrong usage or no readable article. */
    static final int UNUSABLE = 2;

    private final Session session;

    Troubles(Session session) {
        this.session = session;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        session.err().println(message(wrong));
        if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()) {
            session.tell("near", String.join(session.words().tell("or"), nearest(unmatched)));
        }
        return pointToHelp(wrong.getCommandLine());
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        switch (failure) {
            case UsageException usage -> {
                session.err().println(usage.told(session.words()));
                return pointToHelp(command);
            }
            case UnusableException unusable -> session.err().println(unusable.told(session.words()));
            case ConfigException config -> session.err().println(session.words().told(config.problem()));
            case StoreException store -> session.err().println(store.getMessage());
            default -> throw failure;
        }
        return UNUSABLE;
    }

    /** Of what the library finds alike, the nearest, and what is about as near. */
    private static List<String> nearest(UnmatchedArgumentException wrong) {
        String typed = wrong.getUnmatched().getFirst();
        Map<String, Integer> distances = new LinkedHashMap<>();
        wrong.getSuggestions()
                .forEach(each -> distances.put(each, LevenshteinDistance.getDefaultInstance().apply(typed, each)));
        int least = Collections.min(distances.values());
        return distances.entrySet().stream().filter(entry -> entry.getValue() <= least + 2).map(Map.Entry::getKey)
                .toList();
    }

    private int pointToHelp(CommandLine command) {
        boolean root = command.getParent() == null;
        session.tell("help", root ? "" : command.getCommandName() + " ");
        return UNUSABLE;
    }

    private String message(ParameterException wrong) {
        Words words = session.words();
        return switch (wrong) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing -> missing.getMissing().stream().findFirst()
                    .map(argument -> argument.isOption()
                            ? words.tell("no-value", name(argument))
                            : words.tell("no-argument", argument.paramLabel()))
                    .orElse(String.valueOf(wrong.getMessage()));
            case OverwrittenOptionException twice -> words.tell("twice", name(twice.getOverwritten()));
            default -> wrong.getArgSpec() == null || wrong.getValue() == null
                    ? String.valueOf(wrong.getMessage())
                    : words.tell("no-such-value", name(wrong.getArgSpec()), wrong.getValue());
        };
    }

    /** A first word that is no command, a flag that is none, or a word where none belongs. */
    private String unmatched(UnmatchedArgumentException wrong) {
        List<String> arguments = wrong.getUnmatched();
        String key = wrong.isUnknownOption()
                ? "no-flag"
                : wrong.getCommandLine().getParent() == null ? "no-command" : "no-words";
        return session.words().tell(key, wrong.isUnknownOption() ? arguments.getFirst() : String.join(" ", arguments));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
