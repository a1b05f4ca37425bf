package fr.juliu.edition;

import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Passage;
import fr.juliu.knowledge.Section;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A folder as on the first day of some of its articles: nobody has asked about these yet, neither in phrasings nor in
 * known questions. What is left out here, {@code train/run} is to be told to leave out, too.
 */
final class FirstDay {

    /** The articles, by their files. */
    static final List<String> ARTICLES = List.of("voyages-et-retour.md", "outre-mer.md", "entrepreneur.md",
            "pacs-mariage-divorce-violences.md", "documents.md");
    private static final String TABLES = "demande-en-ligne.md";
    /** Leads the ids of the questions of those people who are left out, too, so that they measure. */
    private static final Pattern WRITERS = Pattern.compile("(t3|t5|t6|t9)-.*");
    private static final int ONE_OF_KNOWN = 2;

    private final Library library;
    private final Map<String, String> articles;

    /** The first day of those articles in a whole library. */
    FirstDay(Library library) {
        this.library = library;
        articles = library.articles().stream().filter(article -> ARTICLES.contains(article.file()))
                .flatMap(article -> article.sections().stream().flatMap(FirstDay::headings).distinct()
                        .map(heading -> Map.entry(heading, article.file())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    static Stream<String> headings(Section section) {
        return Stream.concat(Stream.of(section.heading()), section.passages().stream().map(Passage::question));
    }

    /** The library without any question on the articles. */
    Library library() {
        return without(question -> isAbout(question));
    }

    /** The same without the questions of those writers. */
    Library withoutWriters() {
        return without(question -> isAbout(question) || isByWriter(question));
    }

    /** The articles without any question, beside one that has the tables: a folder that nothing teaches. */
    Library alone() {
        return new Library(library.articles().stream()
                .filter(article -> ARTICLES.contains(article.file()) || article.file().equals(TABLES)).toList(),
                List.of(), List.of(), List.of());
    }

    private Library without(Predicate<KnownQuestion> left) {
        return new Library(library.articles(), library.questions().stream().filter(left.negate()).toList(),
                library.phrasings().stream().filter(left.negate()).toList(), library.problems());
    }

    /** The questions that a section of the articles answers, by the article's file. */
    Map<String, List<KnownQuestion>> questions() {
        return single().filter(question -> question.outcome().equals("section") && isAbout(question))
                .collect(Collectors.groupingBy(question -> question.headings().stream()
                        .filter(articles::containsKey).findFirst().map(articles::get).orElseThrow()));
    }

    /** Questions that no encoder has seen which was trained without the articles, and that these do not answer. */
    List<KnownQuestion> others() {
        Set<KnownQuestion> known = Set.copyOf(library.questions());
        return single().filter(question -> !isAbout(question))
                .filter(question -> known.contains(question) ? isHeld(question) : isByWriter(question)).toList();
    }

    private Stream<KnownQuestion> single() {
        return Stream.concat(library.phrasings().stream(), library.questions().stream())
                .filter(question -> question.after().isEmpty());
    }

    private boolean isAbout(KnownQuestion question) {
        return question.headings().stream().anyMatch(articles::containsKey);
    }

    private static boolean isByWriter(KnownQuestion question) {
        return WRITERS.matcher(question.id()).matches();
    }

    /** As {@code train.py} chooses the known questions that are not trained on. */
    private static boolean isHeld(KnownQuestion question) {
        CRC32 sum = new CRC32();
        sum.update(question.id().getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % ONE_OF_KNOWN == 0;
    }
}
