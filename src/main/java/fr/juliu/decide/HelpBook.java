package fr.juliu.decide;

import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The help points of {@code help.yml}, by who is sent there.
 *
 * @param entries in the order of the file
 */
public record HelpBook(List<Entry> entries) {

    private static final String FILE = "help.yml";
    private static final String UNKNOWN = "unknown";

    /**
     * A help point with who is sent there.
     *
     * @param cases ids of aspects that ask for help, and {@code unknown} for what nothing answers
     */
    record Entry(Help.Point point, Set<String> cases) {
    }

    public HelpBook {
        entries = List.copyOf(entries);
    }

    /**
     * The help points as the file has them now.
     *
     * @throws ConfigException when the file is missing or wrong
     */
    public static HelpBook read(ConfigFolder folder) {
        if (!(folder.read(FILE).get("help") instanceof List<?> list)) {
            throw new ConfigException(FILE, "needs a list 'help'", null);
        }
        List<Entry> entries = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map) || !(map.get("name") instanceof String name) || name.isBlank()) {
                throw new ConfigException(FILE, "each help point needs a name; this has none: " + item, null);
            }
            Object url = map.get("url");
            entries.add(new Entry(new Help.Point(name, url == null ? null : url.toString()),
                    Set.copyOf(ConfigFolder.texts(FILE + ", '" + name + "'", map.get("for")))));
        }
        return new HelpBook(entries);
    }

    /** Whom to ask what nothing answers. */
    Help unknown() {
        return new Help("", points(UNKNOWN));
    }

    /** Help for the urgent case that a question tells of; empty when it tells of none. */
    public Optional<Help> urgent(Question question) {
        if (question.talk().contains("injection")) {
            return Optional.empty();
        }
        return question.aspects().values().stream().filter(aspect -> aspect.asks() == Aspect.Asks.HELP)
                .filter(aspect -> !(aspect.is(Aspect.Trait.YIELDS) && question.asksOnline())).findFirst()
                .map(aspect -> new Help(aspect.say(), points(aspect.id())));
    }

    private List<Help.Point> points(String of) {
        return entries.stream().filter(entry -> entry.cases().contains(of)).map(Entry::point).toList();
    }
}
