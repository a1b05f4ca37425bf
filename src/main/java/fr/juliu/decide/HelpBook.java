package fr.juliu.decide;

import fr.juliu.knowledge.ConfigEntry;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Aspects;
import fr.juliu.understand.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
     * @param aspects has the cases that they are for
     * @throws ConfigException when the file is missing or wrong
     */
    public static HelpBook read(ConfigFolder folder, Aspects aspects) {
        Set<String> cases = aspects.all().values().stream().filter(aspect -> aspect.asks() == Aspect.Asks.HELP)
                .map(Aspect::id).collect(Collectors.toCollection(TreeSet::new));
        cases.add(UNKNOWN);
        List<Entry> entries = new ArrayList<>();
        for (ConfigEntry entry : folder.entry(FILE).only("help").entries("help")) {
            entry.only("name", "url", "for");
            List<String> of = folder.isOwn(FILE)
                    ? entry.ids("for", cases, "aspects.yml (asks: help)")
                    : entry.texts("for");
            entries.add(new Entry(new Help.Point(entry.text("name"), entry.has("url") ? entry.text("url") : null),
                    Set.copyOf(of)));
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
