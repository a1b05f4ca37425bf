package fr.juliu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrivateNumbersTest {

    private static final String MASK = "〔号码〕";
    private static final String HIDDEN = "【[^】]*】";
    private static final String OFFICES = "《[^》]*》";

    /** The lines of the table. */
    static final List<String> TEXTS = table();
    static final List<String> ALONE = TEXTS.stream().filter(text -> text.matches("【[^】]*】|《[^》]*》")).toList();
    static final List<String> KEPT = TEXTS.stream().filter(text -> !text.matches(".*[【《].*")).toList();
    private static final List<String> AMONG_OTHERS = List.of("我的号码是%s，请问", "2021 年 5 月 numéro: %s 怎么办 3 天", "听说%s对吗",
            "a\n%s\nb", "（%s）", "75013 : %s; 10 欧", "R431-2，%s。225€");

    private final PrivateNumbers numbers = new PrivateNumbers();

    @ParameterizedTest
    @FieldSource("TEXTS")
    void areMaskedAsTheTableSays(String text) {
        assertThat(numbers.mask(plain(text))).isEqualTo(text.replaceAll(HIDDEN + "|" + OFFICES, MASK));
        assertThat(numbers.maskPapers(plain(text))).isEqualTo(plain(text.replaceAll(HIDDEN, MASK)));
    }

    @ParameterizedTest
    @FieldSource("ALONE")
    void areMaskedAmongOthersToo(String number) {
        for (String others : AMONG_OTHERS) {
            assertThat(numbers.mask(others.replace("%s", plain(number)))).isEqualTo(others.replace("%s", MASK));
        }
    }

    @ParameterizedTest
    @FieldSource("KEPT")
    void stayAmongOthersToo(String text) {
        for (String others : List.of("听说%s，对吗", "%s 是什么", "（%s）", "续居留：%s\n")) {
            String whole = others.replace("%s", text);
            assertThat(numbers.mask(whole)).isEqualTo(whole);
            assertThat(numbers.maskPapers(whole)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void whatIsMaskedStaysAsItIs(String text) {
        String masked = numbers.mask(plain(text));
        assertThat(numbers.mask(masked)).isEqualTo(masked);
        String papers = numbers.maskPapers(plain(text));
        assertThat(numbers.maskPapers(papers)).isEqualTo(papers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"手机 0612345678", "电话：06 12 34 56 78", "加微信 wang_laoshi88", "+33 6 12 34 56 78",
            "13812345678",
            "写信给 wang@example.fr", "QQ 12345678", "tél. 0472345678"})
    void howSomebodyIsReachedIsPublished(String text) {
        assertThat(numbers.mask(text)).contains(MASK);
        assertThat(numbers.maskPublished(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"护照 EA1234567", "étranger 9912345678", "IBAN FR76 3000 6000 0112 3456 7890 189",
            "社保号 2 85 05 78 006 084 91", "档案号 20240012345"})
    void papersAndAccountsAreNot(String text) {
        assertThat(numbers.maskPublished(text + "，手机 0612345678")).contains(MASK, "0612345678")
                .isEqualTo(numbers.mask(text) + "，手机 0612345678");
        assertThat(numbers.maskPublished(numbers.maskPublished(text))).isEqualTo(numbers.maskPublished(text));
    }

    @Test
    void theTableHasManyLinesOfBothKinds() {
        assertThat(TEXTS).hasSizeGreaterThan(120).doesNotHaveDuplicates();
        assertThat(ALONE).hasSizeGreaterThan(60);
        assertThat(KEPT).hasSizeGreaterThan(60);
    }

    @Test
    void whatNoDatabaseTakesIsReplaced() {
        assertThat(numbers.mask("a\0b")).isEqualTo("a\uFFFDb");
        assertThat(numbers.mask("9912345678\0，还是")).isEqualTo(MASK + "\uFFFD，还是");
    }

    private static String plain(String text) {
        return text.replaceAll("[【】《》]", "");
    }

    private static List<String> table() {
        try (InputStream table = PrivateNumbersTest.class.getResourceAsStream("/masking.txt")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
