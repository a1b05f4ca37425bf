package fr.juliu.tell;

import fr.juliu.decide.Citation;
import fr.juliu.knowledge.Link;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands below an answer: how old its facts are, and where they come from. */
public final class SourceText {

    /** What every answer says once. */
    static final String OFFICIAL = "以官方信息为准。";

    private static final Pattern SOURCE = Pattern.compile("(?:^|\n)[来來]源：(《[^\n]+)");

    private SourceText() {
    }

    /** A text whose last line of a source, in either script, leads to an address; as it is when it has none. */
    public static RichText linking(RichText text, String url) {
        List<RichText.Span> spans = text.spans();
        for (int i = spans.size() - 1; i >= 0; i--) {
            Matcher line = SOURCE.matcher(spans.get(i).text());
            if (spans.get(i) instanceof RichText.Plain plain && line.find()) {
                RichText.Builder out = RichText.builder().add(new RichText(spans.subList(0, i)));
                out.plain(plain.text().substring(0, line.start(1))).link(line.group(1), url);
                if (line.end() < plain.text().length()) {
                    out.plain(plain.text().substring(line.end()));
                }
                return out.add(new RichText(spans.subList(i + 1, spans.size()))).build();
            }
        }
        return text;
    }

    /** The line that tells the months of the facts. */
    static String date(Citation citation) {
        return months(citation) + AgeText.below(citation) + "，" + OFFICIAL;
    }

    /** A line that tells the months of the facts, and what is said of those that have no source, as small print. */
    static List<AnswerBlock> notes(String date, Citation citation) {
        return Stream.concat(Stream.of(date), citation.remarks().stream())
                .<AnswerBlock>map(line -> new AnswerBlock.Note(RichText.of(line))).toList();
    }

    /** The article, the section, the links, and what is said of those facts that have none. */
    static void source(RichText.Builder out, Citation citation) {
        boolean own = citation.article().equals(citation.section());
        out.plain("\n来源：《" + citation.article() + "》" + (own ? "" : citation.section()));
        for (Link link : citation.sources()) {
            out.plain("\n").link(link.title(), link.url());
        }
        if (!citation.remarks().isEmpty()) {
            out.plain("\n（" + String.join("；", citation.remarks()) + "）");
        }
    }

    /** 截至 a month, with the comma after it. */
    static String asOf(@Nullable YearMonth month) {
        return month == null ? "（日期不明）" : "截至 " + spoken(month) + "，";
    }

    private static String months(Citation citation) {
        YearMonth oldest = citation.asOf();
        YearMonth newest = citation.newest();
        if (oldest == null) {
            return "日期不明";
        }
        String since = newest == null || newest.equals(oldest) ? "" : "（部分到 " + spoken(newest) + "）";
        return "资料截至 " + spoken(oldest) + since;
    }

    /** A month as it is written in text. */
    static String spoken(YearMonth month) {
        return month.getYear() + " 年 " + month.getMonthValue() + " 月";
    }
}
