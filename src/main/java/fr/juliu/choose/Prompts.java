package fr.juliu.choose;

import fr.juliu.decide.Answer;
import fr.juliu.decide.Shortlist;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.store.PrivateNumbers;
import fr.juliu.tell.Digest;
import fr.juliu.tell.Gist;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Expiry;
import fr.juliu.understand.Period;
import fr.juliu.understand.Phase;
import fr.juliu.understand.Question;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a server is asked, by two files of the folder of settings: {@code chooser/system.txt}, which says what to
 * do, and {@code chooser/question.txt}, whose {@code {{names}}} are filled with what is known of a question.
 */
public final class Prompts {

    private static final String SYSTEM = "chooser/system.txt";
    private static final String QUESTION = "chooser/question.txt";
    private static final Pattern NAME = Pattern.compile("\\{\\{([^{}\\n]*)\\}\\}");
    private static final List<String> NAMES = List.of("question", "before", "meant", "permits", "points", "conditions",
            "dates",
            "table", "passages");
    private static final Set<String> NEEDED = Set.of("question", "passages");
    private static final String NOTHING = "无";
    private static final PrivateNumbers NUMBERS = new PrivateNumbers();
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

    private final String system;
    private final String question;

    private Prompts(String system, String question) {
        this.system = system;
        this.question = question;
    }

    /**
     * The prompts as the files have them now.
     *
     * @throws ConfigException when a file is missing, empty, or has a name that means nothing
     */
    public static Prompts read(ConfigFolder folder) {
        String system = folder.text(SYSTEM).strip();
        String question = folder.text(QUESTION).strip();
        if (system.isEmpty()) {
            throw new ConfigException(SYSTEM, 0, "is empty; write what the model is to do", null);
        }
        requireNames(SYSTEM, system, List.of(), Set.of());
        requireNames(QUESTION, question, NAMES, NEEDED);
        return new Prompts(system, question);
    }

    private static void requireNames(String file, String text, List<String> known, Set<String> needed) {
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            if (!known.contains(name.group(1))) {
                int line = 1 + (int) text.substring(0, name.start()).chars().filter(c -> c == '\n').count();
                throw new ConfigException(file, line, "{{" + name.group(1) + "}} means nothing; " + (known.isEmpty()
                        ? "names stand in " + QUESTION + " alone"
                        : "write one of " + String.join(", ", known)), null);
            }
        }
        for (String each : needed) {
            if (!text.contains("{{" + each + "}}")) {
                throw new ConfigException(file, 0, "lacks {{" + each + "}}, without which nothing can be chosen", null);
            }
        }
    }

    /** What a server is asked about a question; numbers that lead to a person are taken out. */
    public Prompt of(Shortlist list) {
        List<String> ids = IntStream.range(0, list.passages().size()).mapToObj(i -> String.valueOf((char) ('A' + i)))
                .toList();
        Map<String, String> filled = values(list, ids);
        String asked = NAME.matcher(question)
                .replaceAll(name -> Matcher.quoteReplacement(filled.getOrDefault(name.group(1), "")));
        return new Prompt(key(list),
                List.of(new Prompt.Message("system", system), new Prompt.Message("user", asked)), ids);
    }

    private static String key(Shortlist list) {
        return Digest.of(Stream.concat(Stream.of(masked(list.question()), masked(list.before())),
                list.passages().stream().map(passage -> passage.file() + "#" + passage.heading()))
                .collect(Collectors.joining("\n")));
    }

    private static Map<String, String> values(Shortlist list, List<String> ids) {
        Question read = list.understood();
        return Map.of("question", masked(list.question()), "before", orNothing(masked(list.before())),
                "meant", list.before().isBlank() ? NOTHING : masked(read.folded()),
                "permits", listed(read.mentions().stream()
                        .map(mention -> mention.permit().chinese() + " " + mention.permit().french())),
                "points", listed(read.aspects().values().stream().map(Aspect::called)),
                "conditions", conditions(read.phase()), "dates", dates(read.period(), read.expiry()),
                "table", table(list.table()), "passages", passages(list, ids));
    }

    private static String passages(Shortlist list, List<String> ids) {
        return IntStream.range(0, ids.size()).mapToObj(i -> {
            Shortlist.Passage passage = list.passages().get(i);
            return ids.get(i) + "．《" + data(passage.article()) + "》" + data(passage.heading()) + "\n"
                    + data(passage.glimpse());
        }).collect(Collectors.joining("\n\n"));
    }

    private static String conditions(Phase phase) {
        return switch (phase) {
            case ANY -> NOTHING;
            case FIRST -> "第一次办";
            case RENEWAL -> "续";
        };
    }

    private static String dates(@Nullable Period period, @Nullable Expiry expiry) {
        return listed(Stream.concat(Stream.ofNullable(period).map(Period::spoken),
                Stream.ofNullable(expiry).map(card -> card.spoken() + "到期")));
    }

    private static String table(@Nullable Answer table) {
        return table == null ? NOTHING : data(Gist.verdict(table));
    }

    private static String listed(Stream<String> words) {
        return orNothing(data(words.distinct().collect(Collectors.joining("；"))));
    }

    private static String orNothing(String words) {
        return words.isBlank() ? NOTHING : words;
    }

    private static String masked(String words) {
        return data(NUMBERS.mask(words));
    }

    /** Words as data: in one line, without what could close the mark that they stand in. */
    private static String data(String words) {
        return UNSEEN.matcher(words).replaceAll(" ").strip().replace('<', '〈').replace('>', '〉').replace("{{", "{ {");
    }
}
