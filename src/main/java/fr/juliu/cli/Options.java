package fr.juliu.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The flags and words after a command.
 *
 * @param values flags with a value
 * @param flags  flags without one
 * @param words  everything else
 */
record Options(Map<String, String> values, Set<String> flags, List<String> words) {

    private static final Set<String> WITH_VALUE = Set.of("--knowledge", "--config", "--file", "--against", "--site-url",
            "--model",
            "--floor");
    private static final Set<String> ALONE = Set.of("--json", "--explain", "--leave-one-out", "--links", "--help");

    Options {
        values = Map.copyOf(values);
        flags = Set.copyOf(flags);
        words = List.copyOf(words);
    }

    /** Parses arguments; after {@code --} everything is a word. */
    static Options parse(List<String> args) {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            int equals = arg.indexOf('=');
            if (arg.equals("--")) {
                words.addAll(args.subList(i + 1, args.size()));
                break;
            } else if (WITH_VALUE.contains(arg)) {
                if (i + 1 == args.size()) {
                    throw new UsageException(arg + " needs a value after it");
                }
                values.put(arg, args.get(++i));
            } else if (equals > 0 && WITH_VALUE.contains(arg.substring(0, equals))) {
                values.put(arg.substring(0, equals), arg.substring(equals + 1));
            } else if (arg.equals("-h")) {
                flags.add("--help");
            } else if (ALONE.contains(arg)) {
                flags.add(arg);
            } else if (arg.startsWith("--")) {
                throw new UsageException("there is no flag " + arg);
            } else {
                words.add(arg);
            }
        }
        return new Options(values, flags, words);
    }

    Optional<String> value(String flag) {
        return Optional.ofNullable(values.get(flag));
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }
}
