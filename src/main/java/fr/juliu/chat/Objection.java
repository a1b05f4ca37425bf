package fr.juliu.chat;

import fr.juliu.keep.Complaint;
import fr.juliu.tell.Ellipsis;
import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has against an answer.
 *
 * @param reason a {@link Complaint}, or free text; null for none
 * @param link   to what is newer than the answer; null for none
 */
public record Objection(@Nullable String reason, @Nullable String link) {

    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_LINK = 500;
    private static final Pattern LINK = Pattern.compile("(?i)https?://[\\x21-\\x7E&&[^\"<>]]+");
    private static final String THIS = "(?:[这這](?:[个個条條篇]|里|裡)?)?(?:回答|答案|资料|資料|内容|內容)?(?:已经|已經|都|早就)?";
    private static final Pattern COMPLAINT = Pattern.compile(THIS + "(?<word>答错|答錯|过时|過時|答非所问|答非所問|看不懂)了?(?<rest>.*)");
    private static final Pattern USELESS = Pattern.compile("(?:没有?用|沒有?用|👎)(?<rest>[\\s,:;.!。].*)");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,:;.!。~(]+");
    private static final Pattern ASKS = Pattern
            .compile("[?吗嗎呢]|怎么|怎麼|什么|什麼|多少|多久|几|幾|哪|谁|誰|能不能|可不可以|是不是|为何|為何");
    private static final String ENDS = "^[\\s“”\"'「」]+|[\\s“”\"'「」。.!,;:~]+$";

    /** What a text has against an answer; empty when it is anything else, such as a question that begins likewise. */
    public static Optional<Objection> read(String text) {
        String plain = plain(text);
        Matcher useless = USELESS.matcher(plain);
        if (useless.matches()) {
            String rest = useless.group("rest");
            return complaint(stripped(rest)).or(() -> words(rest, ""));
        }
        return complaint(plain);
    }

    /** Whether it is a whole address of the web, without a name or password. */
    public static boolean isLink(String text) {
        try {
            URI address = URI.create(text);
            String scheme = address.getScheme();
            return text.length() <= LONGEST_LINK
                    && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                    && address.getRawAuthority() != null && address.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** As it is stored; a link alone says that there is something newer. */
    public @Nullable String stored() {
        String why = reason == null ? null : Complaint.of(reason).map(Complaint::key).orElse(reason);
        if (link == null) {
            return why;
        }
        return (why == null ? Complaint.OUTDATED.key() : why) + " " + link;
    }

    private static Optional<Objection> complaint(String text) {
        Matcher words = COMPLAINT.matcher(text);
        return words.matches()
                ? Complaint.of(words.group("word")).flatMap(said -> words(words.group("rest"), said.key()))
                : Optional.empty();
    }

    /** What stands behind the first words: a link, or something that is set apart from them and asks nothing. */
    private static Optional<Objection> words(String behind, String key) {
        Matcher links = LINK.matcher(behind);
        String link = links.find() ? links.group().replaceAll("[.,;:!)]+$", "") : null;
        String said = link == null ? behind : behind.replace(link, " ");
        boolean apart = SEPARATOR.matcher(behind).lookingAt() || (link != null && behind.startsWith(link));
        if (!behind.isEmpty() && (!apart || (link == null && asks(behind)))) {
            return Optional.empty();
        }
        String reason = Stream.of(key, cut(stripped(said))).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        String newer = link != null && isLink(link) ? link : null;
        return Optional.of(new Objection(reason.isEmpty() ? null : reason, newer));
    }

    private static boolean asks(String behind) {
        return !behind.startsWith(":") && ASKS.matcher(behind).find();
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

    private static String cut(String words) {
        return Ellipsis.cut(words, LONGEST_REASON);
    }
}
