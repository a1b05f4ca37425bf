package fr.juliu.chat;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.tell.Ellipsis;
import fr.juliu.understand.GroupWords;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what people have against an answer, by the words of {@code groups.yml}. */
public final class Objections {

    private static final int LONGEST_REASON = 300;
    private static final Pattern LINK = Pattern.compile("(?i)https?://[\\x21-\\x7E&&[^\"<>]]+");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,:;.!。~(]+");
    private static final String ENDS = "^[\\s“”\"'「」]+|[\\s“”\"'「」。.!,;:~]+$";

    private final CurrentEdition edition;
    private volatile Forms forms;

    Objections(CurrentEdition edition) {
        this.edition = edition;
        forms = new Forms(edition.get().groupWords());
    }

    /** What a text has against an answer; empty when it is anything else, such as a question that begins likewise. */
    public Optional<Objection> read(String text) {
        Forms known = forms;
        GroupWords words = edition.get().groupWords();
        if (!known.words.equals(words)) {
            known = new Forms(words);
            forms = known;
        }
        return known.read(text);
    }

    /** The forms of an objection that words give. */
    private static final class Forms {

        private final GroupWords words;
        private final Pattern complaint;
        private final Pattern useless;
        private final Pattern asks;

        Forms(GroupWords words) {
            this.words = words;
            GroupWords.Complaints said = words.complaints();
            String before = said.before().stream().map(list -> anyOf(list) + "?").collect(Collectors.joining());
            complaint = Pattern.compile(before + "(?<word>"
                    + anyOf(said.of().values().stream().flatMap(Collection::stream).toList()) + ")了?(?<rest>.*)");
            useless = Pattern.compile(anyOf(said.useless()) + "(?<rest>[\\s,:;.!。].*)");
            asks = Pattern.compile(anyOf(said.asks()));
        }

        private static String anyOf(List<String> words) {
            return words.stream().sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?:", words.isEmpty() ? "(?!))" : ")"));
        }

        Optional<Objection> read(String text) {
            String plain = plain(text);
            Matcher of = useless.matcher(plain);
            if (of.matches()) {
                String rest = of.group("rest");
                return complaint(stripped(rest)).or(() -> words(rest, ""));
            }
            return complaint(plain);
        }

        private Optional<Objection> complaint(String text) {
            Matcher said = complaint.matcher(text);
            return said.matches() ? words(said.group("rest"), key(said.group("word"))) : Optional.empty();
        }

        private String key(String word) {
            return words.complaints().of().entrySet().stream().filter(why -> why.getValue().contains(word))
                    .map(Map.Entry::getKey).findFirst().orElseThrow();
        }

        /** What stands behind the first words: a link, or something that is set apart from them and asks nothing. */
        private Optional<Objection> words(String behind, String key) {
            Matcher links = LINK.matcher(behind);
            String link = links.find() ? links.group().replaceAll("[.,;:!)]+$", "") : null;
            String said = link == null ? behind : behind.replace(link, " ");
            boolean apart = SEPARATOR.matcher(behind).lookingAt() || (link != null && behind.startsWith(link));
            if (!behind.isEmpty() && (!apart || (link == null && asks(behind)))) {
                return Optional.empty();
            }
            String reason = Stream.of(key, Ellipsis.cut(stripped(said), LONGEST_REASON))
                    .filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
            String newer = link != null && Objection.isLink(link) ? link : null;
            return Optional.of(new Objection(reason.isEmpty() ? null : reason, newer));
        }

        private boolean asks(String behind) {
            return !behind.startsWith(":") && asks.matcher(behind).find();
        }
    }

    private static String plain(String text) {
        Matcher links = LINK.matcher(text);
        // an address stays as it is written
        String plain = links.find()
                ? folded(text.substring(0, links.start())) + text.substring(links.start())
                : folded(text);
        return plain.replaceAll("\\p{Cntrl}+", " ").replaceAll(ENDS, "");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String stripped(String text) {
        return text.replaceAll("^[\\s,:;.!。~(]+|[\\s,:;.!。~)]+$", "");
    }
}
