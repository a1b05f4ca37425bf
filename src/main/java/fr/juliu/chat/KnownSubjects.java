package fr.juliu.chat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.understand.Keyword;
import fr.juliu.understand.Question;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of the things that a question speaks of the articles and the lexicon speak of too. */
final class KnownSubjects {

    private final CurrentEdition edition;
    private volatile @Nullable Texts texts;

    KnownSubjects(CurrentEdition edition) {
        this.edition = edition;
    }

    /** All words of an edition, folded. */
    private record Texts(Edition edition, String words) {
    }

    /** Whether it speaks of something that is known. */
    boolean anyOf(Question question) {
        return question.keywords().stream().anyMatch(this::isKnown);
    }

    /** Of how many things it speaks that are not known. */
    long unknownOf(Question question) {
        return question.keywords().stream().filter(keyword -> !isKnown(keyword)).count();
    }

    private boolean isKnown(Keyword keyword) {
        return isOfLexicon(keyword) || words().contains(keyword.word());
    }

    /** Whether other words for it are known. */
    static boolean isOfLexicon(Keyword keyword) {
        return keyword.alternatives().size() > 1;
    }

    private String words() {
        Edition current = edition.get();
        Texts known = texts;
        if (known == null || known.edition() != current) {
            known = new Texts(current, words(current));
            texts = known;
        }
        return known.words();
    }

    private static String words(Edition edition) {
        return edition.library().articles().stream()
                .flatMap(article -> Stream.concat(Stream.of(article.title()),
                        article.sections().stream().flatMap(section -> Stream.concat(Stream.of(section.heading()),
                                section.blocks().stream().map(block -> block.text())))))
                .map(edition::folded).collect(Collectors.joining("\n"));
    }
}
