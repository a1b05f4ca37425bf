package fr.juliu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text and its folded form. */
final class TextFoldingTest {

    private static final int TEXTS = 3000;
    private static final String MIX = "  ..--''’_（）()、，。?？RrLlDd43124319éÀœŒæßÇ\u00A0\u3000\t\n居留學卡体體臺台Ａ９％";

    private static final int FIRST_HAN = 0x4E00;
    private static final int LAST_HAN = 0x9FFF;
    // capital sharp s, the Ångström sign, two capitals of phonetics and a rare character: none occurs in a question
    private static final String FOLD_IN_TWO_STEPS = "\u1E9E\u212B\u2C7E\u2C7F\u85B4";

    private static final TextFolding FOLDING = new TextFolding();

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            ANEF                    → anef
            Étudiant                → etudiant
            né en France            → ne en france
            À, Ç, Ñ, Ü, ï           → a,c,n,u,i
            sœur, SŒUR              → soeur,soeur
            ex æquo                 → ex aequo
            Straße                  → strasse
            ＡＮＥＦ　２０２４％        → anef 2024%
            passeport-talent        → passeport talent
            passeport‑talent        → passeport talent
            passeport – talent      → passeport talent
            conjoint d'un Français  → conjoint d un francais
            conjoint d’un Français  → conjoint d un francais
            snake_case              → snake case
            a\u00A0b\u3000c         → a b c
            """)
    void latin(String text, String folded) {
        assertThat(FOLDING.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            學生居留能網上申請嗎 → 学生居留能网上申请吗
            長期簽證            → 长期签证
            臺灣護照            → 台湾护照
            遊客                → 游客
            續簽                → 续签
            欧盟                → 欧盟
            """)
    void traditional(String text, String folded) {
        assertThat(FOLDING.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"狼藉", "乾坤", "著名", "居留", "么", "后", "干"})
    void whatSimplifiedTextUsesItselfStays(String text) {
        assertThat(FOLDING.fold(text)).isEqualTo(text);
        assertThat(FOLDING.simplify(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            10 年 卡                  → 10年卡
            学生 étudiant 居留        → 学生etudiant居留
            2022 年 3 - 4 月          → 2022年3 4月
            可以 吗 ？                → 可以吗？
            10 ans                    → 10 ans
            """)
    void noSpaceBesideChinese(String text, String folded) {
        assertThat(FOLDING.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R. 431-2", "R431-2", "r 431-2", "R 431-2", "r.431-2", "R431 2", "Ｒ４３１-２", "R. 431‑2",
            "R\u00A0431-2"})
    void spellingsOfAnArticleOfLaw(String text) {
        assertThat(FOLDING.fold(text)).isEqualTo("r431-2");
        assertThat(FOLDING.fold("依据 " + text + " 条")).isEqualTo("依据r431-2条");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u200F", "\u202E", "\uFE0F",
            "\u3164", "\u180E", "\u2028", "\u2029", "\uDB40\uDC41", "\uDB40\uDC7F", "\uDB40\uDD00", "\u061C", "\u2066",
            "\u2069", "\u2061", "\u2064", "\u206A", "\u034F", "\u115F", "\u1160", "\uFFA0", "\u2800", "\u17B4",
            "\uFFF9", "\u0336", "\u20DD", "\u202F", "\u2003", "\u205F", "\u1680", "\u0085", "\u200B\u200D\uFE0F"})
    void whatNobodySeesInAWordIsNotThere(String unseen) {
        assertThat(FOLDING.fold("学" + unseen + "生居" + unseen + "留能网上申请吗" + unseen)).isEqualTo("学生居留能网上申请吗");
        assertThat(new MixedTextAnalyzer(FOLDING).tokens(MixedTextAnalyzer.PAIRS, "学" + unseen + "生居留"))
                .contains("居留").doesNotContain("学" + unseen);
    }

    @Test
    void accentsWrittenApartAreAccents() {
        assertThat(FOLDING.fold("e\u0301tudiant, c\u0327a, re\u0301ce\u0301pisse\u0301"))
                .isEqualTo("etudiant,ca,recepisse");
        assertThat(FOLDING.fold("passe\u00ADport")).isEqualTo("passeport");
        assertThat(FOLDING.fold("10\u202Fans\u00A0?")).isEqualTo("10 ans ?");
        assertThat(FOLDING.fold("1\uFE0F\u20E3 👨\u200D👩 ❤\uFE0F")).isEqualTo("1 👨👩 ❤\uFE0F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u3000", "\u200B", "\u2028\u202F"})
    void blankTextIsNothing(String text) {
        assertThat(FOLDING.fold(text)).isEmpty();
    }

    @Test
    void simplifyLeavesAllElse() {
        assertThat(FOLDING.simplify("學生 Étudiant，Ａ 10 年")).isEqualTo("学生 Étudiant，Ａ 10 年");
    }

    @Test
    void traditionalAndBack() {
        String text = "学生居留能网上申请吗，2021 年 9 月 6 日起可以";
        assertThat(FOLDING.traditional(text)).isEqualTo("學生居留能網上申請嗎，2021 年 9 月 6 日起可以");
        assertThat(FOLDING.simplify(FOLDING.traditional(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "\uDC00", "甲\uD800乙", "\uDC00\uD800", "a\uDBFF", "😀"})
    void surrogatesSurvive(String text) {
        assertThat(FOLDING.fold(text)).isEqualTo(text);
        assertThat(FOLDING.simplify(text)).isEqualTo(text);
        assertThat(FOLDING.traditional(text)).isNotEmpty();
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        Random random = new Random(431);
        holdsTwice(random, () -> MIX.charAt(random.nextInt(MIX.length())));
        holdsTwice(random, () -> random.nextInt(0x250));
        holdsTwice(random, () -> FIRST_HAN + random.nextInt(LAST_HAN - FIRST_HAN));
        holdsTwice(random, () -> random.nextInt(Character.MAX_VALUE));
    }

    private void holdsTwice(Random random, IntSupplier characters) {
        for (int text = 0; text < TEXTS; text++) {
            StringBuilder made = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                char c = (char) characters.getAsInt();
                made.append(FOLD_IN_TWO_STEPS.indexOf(c) < 0 ? c : ' ');
            }
            String once = FOLDING.fold(made.toString());
            assertThat(FOLDING.fold(once)).as("folded from <%s>", made).isEqualTo(once);
        }
    }
}
