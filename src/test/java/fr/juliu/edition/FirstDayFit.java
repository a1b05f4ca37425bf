package fr.juliu.edition;

import fr.juliu.decide.Claim;
import fr.juliu.decide.KnownClaim;
import fr.juliu.decide.WeightsFit;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fit of what untaught places claim, and how much is answered rightly about articles on their first day. To be run by
 * {@code train/first-day} with an encoder that has seen neither the articles nor the questions; among many that are taught,
 * and beside the tables alone in a folder that nothing teaches. Each article is measured
 * with weights that were fitted on the questions about the other four, and all other questions likewise in five parts.
 * Prints the weights as they stand in {@link Claim#FITTED}.
 */
public final class FirstDayFit {

    private static final String REFUSED = "out-of-scope";
    private static final String ELSEWHERE = "elsewhere";

    private final FirstDay day = new FirstDay(QuestionSets.library());

    private FirstDayFit() {
    }

    /**
     * A question.
     *
     * @param set   the article that it is about, or what answers it
     * @param part  it is measured with weights that fit all other parts
     * @param claim what decides; null where nothing had to be weighed
     * @param right whether it is answered rightly by the weights in use
     */
    private record Asked(String set, int part, @Nullable KnownClaim claim, boolean right) {

        boolean isRight(Claim.Weights weights) {
            return claim == null ? right : claim.isRight(weights);
        }
    }

    /** Prints figures and weights. */
    public static void main(String[] arguments) {
        new FirstDayFit().run();
    }

    private void run() {
        List<Asked> asked = new ArrayList<>();
        try (Edition edition = QuestionSets.edition(day.withoutWriters())) {
            asked.addAll(asked(edition, "among others"));
        }
        try (Edition edition = QuestionSets.edition(day.alone())) {
            asked.addAll(asked(edition, "alone"));
        }
        Map<String, int[]> figures = new TreeMap<>();
        for (int part = 0; part < FirstDay.ARTICLES.size(); part++) {
            int measured = part;
            Claim.Weights weights = fit(asked.stream().filter(one -> one.part() != measured));
            for (Asked one : asked.stream().filter(each -> each.part() == measured).toList()) {
                int[] figure = figures.computeIfAbsent(one.set(), set -> new int[3]);
                figure[0] += one.isRight(weights) ? 1 : 0;
                figure[1] += one.right() ? 1 : 0;
                figure[2]++;
            }
        }
        figures.forEach((set, figure) -> System.out.printf(Locale.ROOT,
                "%s: %d of %d right (%.1f %%), by the weights in use %d%n", set, figure[0], figure[2],
                100.0 * figure[0] / figure[2], figure[1]));
        Claim.Weights all = fit(asked.stream());
        System.out.println(Stream.of(all.places(), all.claims())
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(", ", "List.of(", ")")))
                .collect(Collectors.joining(",\n")));
    }

    private static Claim.Weights fit(Stream<Asked> asked) {
        List<KnownClaim> claims = new ArrayList<>();
        asked.forEach(one -> {
            if (one.claim() != null) {
                claims.add(one.claim());
            }
        });
        return WeightsFit.claims(claims);
    }

    private List<Asked> asked(Edition edition, String folder) {
        Set<String> headings = edition.library().articles().stream().flatMap(article -> article.sections().stream())
                .flatMap(FirstDay::headings).collect(Collectors.toSet());
        Map<KnownQuestion, String> sets = new LinkedHashMap<>();
        day.questions().forEach((file, questions) -> questions.forEach(question -> sets.put(question, file)));
        day.others().forEach(question -> sets.put(question, switch (question.outcome()) {
            case REFUSED -> "nothing";
            case "section" -> headings.containsAll(question.headings()) ? "other sections" : ELSEWHERE;
            default -> "tables";
        }));
        Answerer answerer = edition.answerer().leavingOneOut();
        Scorer scorer = Scorer.of(edition.library());
        List<Asked> asked = new ArrayList<>();
        sets.forEach((question, set) -> asked.add(asked(answerer, scorer,
                set.equals(ELSEWHERE) ? refused(question) : question, set, folder, asked.size())));
        return asked;
    }

    /** The question where the folder has not what answers it. */
    private static KnownQuestion refused(KnownQuestion question) {
        return new KnownQuestion(question.id(), question.question(), question.kind(), REFUSED, null, List.of(),
                List.of(), List.of(), List.of(), question.line());
    }

    private static Asked asked(Answerer answerer, Scorer scorer, KnownQuestion known, String set, String folder,
            int number) {
        int article = FirstDay.ARTICLES.indexOf(set);
        Reply reply = Scorecard.reply(answerer, known);
        boolean judged = reply.explanation().get().judged() != null;
        return new Asked(folder + ", " + set, article < 0 ? number % FirstDay.ARTICLES.size() : article,
                judged
                        ? new KnownClaim(known, answerer.decider().claim(answerer.read(known.question())).orElseThrow())
                        : null,
                scorer.isRight(known, AnswerDocument.of(known.id(), reply, false)));
    }
}
