package fr.juliu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is marked in a text, between brackets. */
final class HighlighterTest {

    private static final Highlighter HIGHLIGHTER = new Highlighter(new TextFolding());

    @ParameterizedTest
    @CsvSource({"补卡, 居留丢了要补卡。, 居留丢了要[补卡]。", "10年卡, 申请 10 年卡的条件, 申请 [10 年卡]的条件",
            "留学, 留學生居留, [留學]生居留", "carte de resident, la Carte de Résident est, la [Carte de Résident] est",
            "récépissé, 拿着 recepisse 出境, 拿着 [recepisse] 出境", "没有, 这里什么也不说, 这里什么也不说"})
    void aWordIsMarkedHoweverItIsSpelt(String word, String text, String marked) {
        assertThat(shown(HIGHLIGHTER.mark(text, List.of(word)))).isEqualTo(marked);
    }

    @Test
    void theWholeTextStays() {
        String text = "第一句。第二句说补卡。\n第三句。";
        assertThat(HIGHLIGHTER.mark(text, List.of("补卡", "第三")).stream().map(Highlighter.Part::text)
                .collect(Collectors.joining())).isEqualTo(text);
        assertThat(HIGHLIGHTER.mark("", List.of("补卡"))).isEmpty();
    }

    @Test
    void anExcerptIsWhereTheWordsStand() {
        String text = "这一句讲别的事情，很长。".repeat(40) + "补卡要交照片。" + "后面又讲别的事情。".repeat(40);
        String excerpt = shown(HIGHLIGHTER.excerpt(text, List.of("补卡", "照片")));
        assertThat(excerpt).contains("[补卡]要交[照片]").hasSizeLessThan(250);
        assertThat(shown(HIGHLIGHTER.excerpt(text, List.of("没有")))).startsWith("这一句").hasSizeLessThan(250);
    }

    private static String shown(List<Highlighter.Part> parts) {
        return parts.stream().map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }
}
