package fr.juliu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sentence and its tokens, weaknesses included. */
final class MixedTextAnalyzerTest {

    private static final MixedTextAnalyzer ANALYZER = new MixedTextAnalyzer(new TextFolding());

    /** A token with the part of the text that it stands for. */
    private record Token(String term, String original) {
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            学生居留可以在网上申请吗             → 学生 居留 可以 在 网上 申请
            學生居留                             → 学生 居留
            我的居留卡丢了，怎么补办？           → 我 居留 卡 丢 怎么 补办
            游客居留的印花税是多少钱             → 游客 居留 印花税 是 多少 钱
            难民旅行证                           → 难民 旅行证
            10 年卡 carte de résident            → 10 年 卡 carte resident
            passeport-talent 人才护照            → passeport talent 人才 护照
            conjoint d'un ressortissant français → conjoint ressortissant francais
            VLS-TS 怎么激活                      → vls ts 怎么 激活
            """)
    void words(String sentence, String tokens) {
        assertThat(String.join(" ", terms(MixedTextAnalyzer.WORDS, sentence))).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            学生居留可以在网上申请吗             → 学生 生居 居留 留可 可以 以在 在网 网上 上申 申请 请吗
            學生居留                             → 学生 生居 居留
            卡                                   → 卡
            游客 visiteur 居留                   → 游客 visiteur 居留
            10 年卡 carte de résident            → 10 年卡 carte resident
            passeport-talent 人才护照            → passeport talent 人才 才护 护照
            """)
    void pairs(String sentence, String tokens) {
        assertThat(String.join(" ", terms(MixedTextAnalyzer.PAIRS, sentence))).isEqualTo(tokens);
    }

    /** The dictionary lacks words of this domain and cuts them up. */
    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            法籍配偶续居留                       → 法 籍 配偶 续 居留
            ANEF 打不开，préfecture 又约不上 RDV → anef 打 不 开 prefecture 又 约 不 上 rdv
            R. 431-2                             → r 431 2
            """)
    void weaknessesOfWords(String sentence, String tokens) {
        assertThat(String.join(" ", terms(MixedTextAnalyzer.WORDS, sentence))).isEqualTo(tokens);
    }

    /** Stop words are cut out as whole tokens only. */
    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            我的居留卡丢了，怎么补办？           → 我的 的居 居留 留卡 卡丢 丢了 怎么 么补 补办
            😀🇫🇷                                  → 😀 🇫🇷
            """)
    void weaknessesOfPairs(String sentence, String tokens) {
        assertThat(String.join(" ", terms(MixedTextAnalyzer.PAIRS, sentence))).isEqualTo(tokens);
    }

    @Test
    void offsetsPointIntoTheText() {
        assertThat(tokens(MixedTextAnalyzer.WORDS, "學生 Étudiant，sœur 續簽")).containsExactly(new Token("学生", "學生"),
                new Token("etudiant", "Étudiant"), new Token("soeur", "sœur"), new Token("续签", "續簽"));
        assertThat(tokens(MixedTextAnalyzer.PAIRS, "學生證 Étudiant，sœur")).containsExactly(new Token("学生", "學生"),
                new Token("生证", "生證"), new Token("etudiant", "Étudiant"), new Token("soeur", "sœur"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "，。！？、；：", "（）「」《》“”‘’…—～·", ".,;:!?'\"()[]{}<>",
            "- – — _ / \\ | @ # $ % ^ & * + = ~ `",
            "％￥＃＠", "的 了 吗"})
    void nothingToSearchFor(String text) {
        assertThat(terms(MixedTextAnalyzer.WORDS, text)).isEmpty();
        assertThat(terms(MixedTextAnalyzer.PAIRS, text)).isEmpty();
    }

    @Test
    void fieldsOfHeadingsAreAnalysedAlike() {
        assertThat(terms("heading-" + MixedTextAnalyzer.PAIRS, "学生居留"))
                .isEqualTo(terms(MixedTextAnalyzer.PAIRS, "学生居留"));
        assertThat(terms("heading-" + MixedTextAnalyzer.WORDS, "学生居留"))
                .isEqualTo(terms(MixedTextAnalyzer.WORDS, "学生居留"));
    }

    private List<String> terms(String field, String text) {
        return tokens(field, text).stream().map(Token::term).toList();
    }

    private List<Token> tokens(String field, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), text.substring(offset.startOffset(), offset.endOffset())));
            }
            stream.end();
        } catch (IOException e) {
            throw new AssertionError("a text in memory does not fail to be read", e);
        }
        return tokens;
    }
}
