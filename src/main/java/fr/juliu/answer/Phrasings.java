package fr.juliu.answer;

import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.search.Once;
import fr.juliu.search.Place;
import fr.juliu.search.PlaceIndex;
import fr.juliu.search.QuestionIndex;
import fr.juliu.search.SentenceModel;
import fr.juliu.search.TextFolding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The questions whose answers are known, as teachers: a question is more like another question than like the text that
 * answers it, so that a keeper who adds one teaches the bot.
 */
final class Phrasings implements AutoCloseable {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int NEAREST = 5;

    private final List<KnownQuestion> known;
    private final Once<Texts> texts;

    private Phrasings(List<KnownQuestion> questions, TextFolding folding, SentenceModel model) {
        known = questions.stream().filter(question -> question.after().isEmpty()).toList();
        texts = new Once<>(() -> Texts.of(known, folding, model));
    }

    /** Everything whose answer is known: phrasings, known questions, and each heading, which its own place answers. */
    static Phrasings of(Library library, PlaceIndex index, TextFolding folding, SentenceModel model) {
        Stream<KnownQuestion> headings = index.places().stream().map(Place::heading).distinct()
                .map(heading -> new KnownQuestion(heading, heading, "", "section", heading, List.of(), List.of(),
                        List.of(), List.of(), 0));
        return new Phrasings(Stream.of(library.phrasings().stream(), library.questions().stream(), headings)
                .flatMap(teachers -> teachers).toList(), folding, model);
    }

    /** The texts of the known questions, folded and indexed when first asked: many questions need none. */
    private record Texts(List<String> bare, QuestionIndex index) {

        static Texts of(List<KnownQuestion> known, TextFolding folding, SentenceModel model) {
            List<String> folded = known.stream().map(question -> folding.fold(question.question())).toList();
            return new Texts(folded.stream().map(Phrasings::bare).toList(), new QuestionIndex(folded, folding, model));
        }
    }

    /**
     * What known questions say about a new one.
     *
     * @param sections about 0 to 1: how much speaks for each section or passage, by its heading
     * @param refused  about 0 to 1: how much speaks for no answer
     * @param table    about 0 to 1: how much speaks for a verdict of the table
     * @param nearNone the cosine of the nearest that nothing answers
     * @param nearest  those most like the new one, the most like it first
     */
    record Said(Map<String, Double> sections, double refused, double table, double nearNone, List<Teacher> nearest) {

        Said {
            nearest = List.copyOf(nearest);
        }

        double of(String heading) {
            return sections.getOrDefault(heading, 0.0);
        }

        /** What teachers say together, the most like the question first. */
        private static Said by(List<Teacher> teachers) {
            Map<String, Double> sections = new HashMap<>();
            double refused = 0;
            double table = 0;
            double nearNone = 0;
            for (Teacher teacher : teachers) {
                switch (teacher.known().outcome()) {
                    case "section" -> teacher.known().headings()
                            .forEach(heading -> sections.merge(heading, teacher.weight(), Double::sum));
                    case "out-of-scope" -> {
                        refused += teacher.weight();
                        nearNone = Math.max(nearNone, teacher.likeness());
                    }
                    default -> table += teacher.weight();
                }
            }
            return new Said(sections, refused, table, nearNone,
                    teachers.subList(0, Math.min(teachers.size(), NEAREST)));
        }
    }

    /**
     * A known question with what it counts for a new one.
     *
     * @param likeness the cosine of the two, from -1 to 1
     * @param weight   its part in what is said; below 0 where a nearer one says enough
     */
    record Teacher(KnownQuestion known, double likeness, double weight) {
    }

    /**
     * What they say about a folded question.
     *
     * @param others whether a known question that is the question itself says nothing
     */
    Said about(String question, boolean others) {
        List<String> bare = texts.get().bare();
        String asked = bare(question);
        return Said.by(texts.get().index().votes(question, n -> !others || !bare.get(n).equals(asked)).stream()
                .map(vote -> new Teacher(known.get(vote.number()), vote.likeness(), vote.weight())).toList());
    }

    /** Encodes them all; an interrupt of the thread ends it early. */
    void warmUp() {
        texts.get().index().encodeAll();
    }

    @Override
    public void close() {
        texts.made().ifPresent(made -> made.index().close());
    }

    private static String bare(String folded) {
        return SIGNS.matcher(folded).replaceAll("");
    }
}
