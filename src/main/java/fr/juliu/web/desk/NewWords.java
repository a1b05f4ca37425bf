package fr.juliu.web.desk;

import fr.juliu.edition.Edition;
import fr.juliu.knowledge.Block;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.KnownQuestion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which words of a question look like names that the articles, the known questions and the settings do not know. */
final class NewWords {

    private static final Pattern HAN_NAME = Pattern.compile("\\p{IsHan}{2,8}");
    private static final Pattern LATIN_NAME = Pattern.compile("[\\p{IsLatin}][\\p{IsLatin}\\p{Nd}'-]{2,29}");
    /** Characters that shape a question and stand in no name. */
    private static final Pattern TALK = Pattern.compile("[怎么吗呢吧啥咋哪谁几样的了着过我你您他她它们这那不没是就也都还请]");
    private static final Pattern ADDRESS = Pattern.compile("\\S*(?:[@/\\\\]|www\\.)[\\x21-\\x7e]*",
            Pattern.CASE_INSENSITIVE);

    private final Edition edition;
    private final String known;

    /** The new words beside an edition and the settings as they are now. */
    NewWords(Edition edition, ConfigFolder config) {
        this.edition = edition;
        String articles = edition.library().articles().stream().flatMap(article -> article.sections().stream())
                .map(section -> section.heading() + "\n"
                        + section.blocks().stream().map(Block::text).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
        String asked = Stream.concat(edition.library().questions().stream(), edition.library().phrasings().stream())
                .map(KnownQuestion::question).collect(Collectors.joining("\n"));
        known = squeezed(String.join("\n", articles, asked, String.join("\n", config.texts().values())));
    }

    /**
     * The longest of the words; empty when the question has none.
     *
     * @param terms the words that the question is about
     */
    Optional<String> in(String question, List<String> terms) {
        String told = squeezed(ADDRESS.matcher(question).replaceAll(" "));
        return terms.stream().filter(NewWords::isName)
                .filter(term -> told.contains(squeezed(term)) && !known.contains(squeezed(term)))
                .max(Comparator.comparingInt(String::length));
    }

    private static boolean isName(String term) {
        return (HAN_NAME.matcher(term).matches() && !TALK.matcher(term).find()) || LATIN_NAME.matcher(term).matches();
    }

    private String squeezed(String text) {
        return edition.folded(text).replaceAll("\\s+", "");
    }
}
