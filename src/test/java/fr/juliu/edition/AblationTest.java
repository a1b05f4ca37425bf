package fr.juliu.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Amount;
import fr.juliu.knowledge.KnownQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What each part earns: right answers of the whole system and without each part, written to target/ablation.md, and all of
 * it by {@code mvn test -Plong -Dtest=AblationTest}; the table of the last look is committed beside the question sets.
 */
final class AblationTest {

    /** Those that earn most first: the usual build looks at these, on some of the questions. */
    private static final List<Part> MEASURED = List.of(Part.CATALOGUE, Part.VECTORS, Part.REPAIR,
            Part.LEXICON, Part.PAIRS).subList(0, Amount.of(2, 5));
    private static final int EVERY = Amount.of(8, 1);

    @Test
    void everyPartEarnsItsPlace() throws IOException {
        List<KnownQuestion> known = some(QuestionSets.ofTheArticle());
        List<KnownQuestion> unseen = some(QuestionSets.read(QuestionSets.UNSEEN));
        Set<Part> all = EnumSet.complementOf(EnumSet.of(Part.CACHE));
        StringJoiner table = new StringJoiner("\n")
                .add("| without | known questions right | unseen right | right over four articles | mean time a question |")
                .add("| --- | --- | --- | --- | --- |");
        int whole = row("nothing", all, known, unseen, table);
        for (Part part : MEASURED) {
            EnumSet<Part> parts = EnumSet.copyOf(all);
            parts.remove(part);
            int right = row(part.name().toLowerCase(Locale.ROOT), parts, known, unseen, table);
            assertThat(right).as("right answers without %s, against %d with it", part, whole)
                    .isLessThanOrEqualTo(whole);
        }
        Files.writeString(Path.of("target", "ablation.md"), table + "\n");
        System.out.println(table);
    }

    private static List<KnownQuestion> some(List<KnownQuestion> questions) {
        return IntStream.range(0, questions.size()).filter(i -> i % EVERY == 0).mapToObj(questions::get).toList();
    }

    private static String site(Set<Part> parts) throws IOException {
        if (!Files.isDirectory(QuestionSets.SITE_ARTICLES)) {
            return "not here";
        }
        try (Edition edition = QuestionSets.edition(QuestionSets.SITE_ARTICLES, parts)) {
            Scorecard card = Scorecard.of(edition, some(QuestionSets.read(QuestionSets.SITE)));
            return card.right() + " of " + card.total();
        }
    }

    private static int row(String name, Set<Part> parts, List<KnownQuestion> known, List<KnownQuestion> unseen,
            StringJoiner table) throws IOException {
        try (Edition edition = QuestionSets.article(parts)) {
            Scorecard.of(edition, unseen);
            long start = System.nanoTime();
            Scorecard knownCard = Scorecard.of(edition, known);
            Scorecard unseenCard = Scorecard.of(edition, unseen);
            double micros = (System.nanoTime() - start) / 1e3 / (known.size() + unseen.size());
            table.add(
                    String.format(Locale.ROOT, "| %s | %d of %d (%.1f %%) | %d of %d (%.1f %%) | %s | %.0f µs |", name,
                            knownCard.right(), knownCard.total(), 100 * knownCard.share(), unseenCard.right(),
                            unseenCard.total(),
                            100 * unseenCard.share(), site(parts), micros));
            return knownCard.right() + unseenCard.right();
        }
    }
}
