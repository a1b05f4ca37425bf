package fr.juliu.search;

import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what the encoder is trained and measured on as word pieces, one JSON object a line: the passages of
 * {@code knowledge/} with their units, the questions whose passages are known, and the question sets that measure.
 * A training question whose folded text stands in a set that measures is left out and counted.
 */
public final class TrainingTexts {

    private static final Path TESTS = Path.of("src", "test", "resources");
    private static final List<Path> MEASURING = List.of(TESTS.resolve("unseen.jsonl"),
            TESTS.resolve("topics/unseen.jsonl"), TESTS.resolve("unseen-people.jsonl"),
            TESTS.resolve("unseen-chatter.jsonl"),
            TESTS.resolve("topics/follow-ups-held-out.jsonl"), TESTS.resolve("topics/follow-ups.jsonl"),
            TESTS.resolve("site.jsonl"), TESTS.resolve("site-tuning.jsonl"));
    /** Leads the ids of the questions of one of the people who wrote without having read. */
    private static final Pattern WRITER = Pattern.compile("^([ct]\\d+)-");

    private final JsonMapper json = new JsonMapper();
    private final TextFolding folding = new TextFolding();
    private final WordPieces pieces = new WordPieces(ModelFile.VOCABULARY.read());
    private final Set<String> measured = new HashSet<>();
    private int dropped;

    private TrainingTexts() {
    }

    /** Writes the texts to the file named first. */
    public static void main(String[] arguments) throws IOException {
        new TrainingTexts().write(Path.of(arguments[0]));
    }

    private void write(Path file) throws IOException {
        Library library = new LibraryReader(Path.of("knowledge"), null, Clock.systemUTC()).read();
        PlaceIndex index = new PlaceIndex(library, folding, SearchEngine.MEMORY, true);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            passages(index, out);
            for (Path set : MEASURING) {
                if (Files.exists(set)) {
                    for (KnownQuestion question : QuestionFile.read(set)) {
                        measured.add(bare(question.question()));
                        line(out, question("measure:" + TESTS.relativize(set), question));
                    }
                }
            }
            for (KnownQuestion phrasing : library.phrasings()) {
                Matcher writer = WRITER.matcher(phrasing.id());
                train(out, writer.find() ? writer.group(1) : "phrasings", List.of(phrasing));
            }
            train(out, "known", library.questions());
        }
        System.out.println("left out, since a set that measures has them: " + dropped);
    }

    private void train(BufferedWriter out, String set, List<KnownQuestion> questions) throws IOException {
        for (KnownQuestion question : questions) {
            if (!question.after().isEmpty()) {
                continue;
            }
            if (measured.contains(bare(question.question()))) {
                dropped++;
            } else {
                line(out, question(set, question));
            }
        }
    }

    private String bare(String text) {
        return folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private void passages(PlaceIndex index, BufferedWriter out) throws IOException {
        for (int number = 0; number < index.places().size(); number++) {
            Place place = index.places().get(number);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("passage", number);
            line.put("file", place.article().file());
            line.put("heading", place.heading());
            line.put("units", PassageUnits.of(place, index.sentences(number), folding).stream()
                    .map(unit -> pieces.encode(unit, SentenceEncoder.MOST_TOKENS)).toList());
            line(out, line);
        }
    }

    private Map<String, Object> question(String set, KnownQuestion question) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("set", set);
        line.put("id", question.id());
        line.put("outcome", question.outcome());
        line.put("headings", Stream.concat(Stream.ofNullable(question.section()), question.sectionAny().stream())
                .distinct().collect(Collectors.toList()));
        line.put("ids", pieces.encode(SentenceModel.end(folding.fold(question.question())),
                SentenceEncoder.MOST_TOKENS));
        return line;
    }

    private void line(BufferedWriter out, Map<String, Object> line) throws IOException {
        out.write(json.writeValueAsString(line));
        out.newLine();
    }

}
