package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.NpmPeer;
import fr.juliu.bench.Figures;
import fr.juliu.bench.Table;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.search.NearestNeighbour;
import fr.juliu.search.Place;
import fr.juliu.search.StockLucene;
import fr.juliu.tell.AnswerDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/**
 * Right answers and time of Juliu and of other ways to search, over the same folder and in the same run. The others answer
 * with a passage or not at all, so that the questions that a passage answers are told apart; those that learn from
 * examples learn from ours, never from the question itself.
 */
@Tag("bench")
final class SideBySideTest {

    private static final List<String> NPM = List
            .of(System.getProperty("bench.peers", "minisearch,orama,nlpjs").split(",", -1));
    private static final int WARM_UP = 1_500;

    private final Edition edition = QuestionSets.edition(EnumSet.complementOf(EnumSet.of(Part.CACHE)));
    private final List<KnownQuestion> known = alone(QuestionSets.read(QuestionSets.KNOWN));
    private final List<KnownQuestion> unseen = alone(QuestionSets.read(QuestionSets.UNSEEN_TOPICS));
    private final Map<String, Integer> right = new HashMap<>();
    private final Table table = new Table("side-by-side", "who", "known: right, of those a passage answers",
            "of all", "unseen: of those a passage answers", "of all", "µs of the processor a question",
            "beside Lucene");
    private double lucene;
    private int refused;

    SideBySideTest() throws IOException {
        // the fields read files
    }

    private static List<KnownQuestion> alone(List<KnownQuestion> questions) {
        return questions.stream().filter(question -> question.after().isEmpty()).toList();
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void answersAndTimes() throws IOException {
        edition.warmUp();
        try (StockLucene stock = new StockLucene(edition.index());
                NearestNeighbour neighbour = new NearestNeighbour()) {
            addAll(neighbour);
            lucene = micros(stock::best);
            searches("Lucene, smartcn, BM25", stock::best, lucene);
            searches("nearest vector of ours", neighbour::best, micros(neighbour::best));
            double juliu = juliu();
            peers();
            bare(neighbour, juliu);
            table.print();
            assertThat(right.get("Juliu")).isGreaterThan(right.get("Lucene, smartcn, BM25"))
                    .isGreaterThan(right.get("nearest vector of ours"));
        }
        edition.close();
    }

    private void addAll(NearestNeighbour neighbour) {
        neighbour.addPlaces(edition.index());
        taught().forEach(question -> neighbour.add(question.question(),
                question.headings().isEmpty() ? null : question.headings().getFirst()));
    }

    private List<KnownQuestion> taught() {
        return Stream.concat(edition.library().phrasings().stream(), edition.library().questions().stream())
                .filter(question -> question.after().isEmpty()).toList();
    }

    private double juliu() throws IOException {
        edition.library().phrasings().stream().limit(WARM_UP)
                .forEach(phrasing -> edition.answerer().ask(phrasing.question()));
        double micros = micros(question -> edition.answerer().ask(question).text());
        Answerer fair = edition.answerer().leavingOneOut();
        Scorer scorer = Scorer.of(edition.library());
        row("Juliu", question -> scorer.isRight(question,
                AnswerDocument.of(question.id(), Scorecard.reply(fair, question), false)), micros);
        return micros;
    }

    /** The processor's mean time for a known question, each asked once, in microseconds. */
    private double micros(Function<String, @Nullable String> answer) {
        return 1_000 * Figures.mean(Figures.processorTimes(known, question -> {
            if (answer.apply(question.question()) == null) {
                refused++;
            }
        }));
    }

    private void searches(String name, Function<String, @Nullable String> answer, double micros) throws IOException {
        row(name, question -> isRight(question, answer.apply(question.question())), micros);
    }

    private static boolean isRight(KnownQuestion question, @Nullable String heading) {
        return heading == null
                ? question.headings().isEmpty() && isRefused(question)
                : question.headings().contains(heading);
    }

    private static boolean isRefused(KnownQuestion question) {
        return !List.of("listed", "not-listed", "list", "section").contains(question.outcome());
    }

    private void row(String name, Function<KnownQuestion, Boolean> isRight, double micros) throws IOException {
        List<KnownQuestion> all = known.stream().filter(isRight::apply).toList();
        List<KnownQuestion> others = unseen.stream().filter(isRight::apply).toList();
        right.put(name, all.size() + others.size());
        table.add(name, told(all, known, true), told(all, known, false), told(others, unseen, true),
                told(others, unseen, false), micros, String.format(Locale.ROOT, "%.1f ×", micros / lucene));
    }

    private static String told(List<KnownQuestion> right, List<KnownQuestion> asked, boolean sections) {
        long rights = count(right, sections);
        long all = count(asked, sections);
        return String.format(Locale.ROOT, "%,d of %,d (%.1f %%)", rights, all, 100.0 * rights / all);
    }

    private static long count(List<KnownQuestion> questions, boolean sections) {
        return questions.stream().filter(question -> !sections || question.outcome().equals("section")).count();
    }

    private void peers() throws IOException {
        for (String peer : NPM) {
            try (NpmPeer node = new NpmPeer("search-peers.js")) {
                node.ask(Map.of("do", "load", "peer", peer, "passages", passages(), "said", said()));
                List<JsonNode> first = ask(node, peer, known);
                List<JsonNode> answers = new ArrayList<>(first);
                answers.addAll(ask(node, peer, unseen));
                List<KnownQuestion> asked = Stream.concat(known.stream(), unseen.stream()).toList();
                Map<KnownQuestion, Boolean> rights = new HashMap<>();
                IntStream.range(0, asked.size()).forEach(i -> rights.put(asked.get(i),
                        isRight(asked.get(i), heading(answers.get(i).path("best")))));
                row(peer, question -> rights.getOrDefault(question, false),
                        first.stream().mapToDouble(answer -> answer.path("micros").asDouble(0)).average().orElse(0));
            }
        }
    }

    private static List<JsonNode> ask(NpmPeer node, String peer, List<KnownQuestion> questions) {
        return node.ask(Map.of("do", "ask", "peer", peer, "questions",
                questions.stream().map(KnownQuestion::question).toList())).valueStream().toList();
    }

    private @Nullable String heading(JsonNode best) {
        return best.isNumber() ? edition.index().places().get(best.asInt(0)).heading() : null;
    }

    private List<Map<String, Object>> passages() {
        List<Place> places = edition.index().places();
        return IntStream.range(0, places.size()).mapToObj(number -> Map.<String, Object>of("id", number, "heading",
                places.get(number).heading(), "text", places.get(number).text())).toList();
    }

    /** What teaches a peer that learns: phrasings alone, since it cannot leave out a known question that it is asked. */
    private List<Map<String, Object>> said() {
        Map<String, Integer> numbers = new HashMap<>();
        List<Place> places = edition.index().places();
        IntStream.range(0, places.size()).forEach(number -> numbers.putIfAbsent(places.get(number).heading(), number));
        Stream<Map<String, Object>> phrasings = edition.library().phrasings().stream()
                .filter(phrasing -> phrasing.headings().stream().findFirst().map(numbers::containsKey).orElse(false))
                .map(phrasing -> Map.of("text", phrasing.question(), "id",
                        numbers.getOrDefault(phrasing.headings().getFirst(), 0)));
        return Stream.concat(numbers.entrySet().stream().map(
                heading -> Map.<String, Object>of("text", heading.getKey(), "id", heading.getValue())), phrasings)
                .toList();
    }

    /** What a whole answer costs beside one bare run of the encoder and one bare query. */
    private void bare(NearestNeighbour neighbour, double juliu) throws IOException {
        double encoder = micros(question -> String.valueOf(neighbour.encode(edition.folded(question))[0]));
        double query = micros(question -> String.valueOf(edition.index().search(question, List.of()).size()));
        table.add("bare encoder and bare query", "", "", "", "", encoder + query, String.format(Locale.ROOT,
                "Juliu takes %.2f × that (%.0f + %.0f µs)", juliu / (encoder + query), encoder, query));
    }
}
