package fr.juliu.answer;

import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.search.Once;
import fr.juliu.search.QuestionIndex;
import fr.juliu.search.SentenceModel;
import fr.juliu.search.TextFolding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The questions whose answers are known, as teachers: a question is more like another question than like the text that
 * answers it, so that a keeper who adds one teaches the bot.
 */
final class Phrasings implements AutoCloseable {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<KnownQuestion> known;
    private final Once<Texts> texts;

    Phrasings(List<KnownQuestion> questions, TextFolding folding, SentenceModel model) {
        known = questions.stream().filter(question -> question.after().isEmpty()).toList();
        texts = new Once<>(() -> Texts.of(known, folding, model));
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
     */
    record Said(Map<String, Double> sections, double refused, double table, double nearNone) {

        double of(String heading) {
            return sections.getOrDefault(heading, 0.0);
        }
    }

    /**
     * What they say about a folded question.
     *
     * @param others whether a known question that is the question itself says nothing
     */
    Said about(String question, boolean others) {
        List<String> bare = texts.get().bare();
        String asked = bare(question);
        Map<String, Double> sections = new HashMap<>();
        double refused = 0;
        double table = 0;
        double nearNone = 0;
        for (QuestionIndex.Vote vote : texts.get().index().votes(question,
                n -> !others || !bare.get(n).equals(asked))) {
            KnownQuestion teacher = known.get(vote.number());
            switch (teacher.outcome()) {
                case "section" -> {
                    teacher.headings().forEach(heading -> sections.merge(heading, vote.weight(), Double::sum));
                }
                case "out-of-scope" -> {
                    refused += vote.weight();
                    nearNone = Math.max(nearNone, vote.likeness());
                }
                default -> table += vote.weight();
            }
        }
        return new Said(sections, refused, table, nearNone);
    }

    @Override
    public void close() {
        texts.made().ifPresent(made -> made.index().close());
    }

    private static String bare(String folded) {
        return SIGNS.matcher(folded).replaceAll("");
    }
}
