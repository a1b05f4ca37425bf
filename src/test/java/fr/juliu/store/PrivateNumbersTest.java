package fr.juliu.store;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrivateNumbersTest {

    private final PrivateNumbers numbers = new PrivateNumbers();

    @Test
    void anAddressOfMailIsMaskedUnlessItMayBeAnOffices() {
        assertThat(numbers.mask("发到 wang.ming+ofii@gmail.com 行吗，或 a@b")).isEqualTo("发到 〔号码〕 行吗，或 a@b");
        assertThat(numbers.maskPapers("写信给 contact@ofii.fr")).isEqualTo("写信给 contact@ofii.fr");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            // numéro étranger
            "9903123456", "99 03 12 34 56", "9903 123 456", "990-312-3456", "9903.123.456", "９９０３１２３４５６",
            "7503 12 34 56", "99－03－12－34－56", "99\u00A003\u00A012\u00A034\u00A056", "9903\u200B123456",
            "9 9 0 3 1 2 3 4 5 6",
            // passports
            "E12345678", "G12345678", "e12345678", "EA1234567", "EK 1234567", "E 1234 5678", "Ｅ１２３４５６７８", "PE1234567",
            "14AA12345", "14 AA 12345", "14aa12345", "H12345678",
            // telephones
            "0612345678", "06 12 34 56 78", "06.12.34.56.78", "06-12-34-56-78", "01 23 45 67 89", "０６ １２ ３４ ５６ ７８",
            "0612 345 678", "0 806 001 620", "+33612345678", "+33 6 12 34 56 78", "+33 (0)6 12 34 56 78",
            "0033 6 12 34 56 78", "0033612345678", "(+33) 6 12 34 56 78", "33612345678", "13812345678",
            "138 1234 5678", "138-1234-5678", "+86 138 1234 5678", "0086 13812345678", "8613812345678",
            "86 138 1234 5678", "010-12345678", "+44 20 7946 0958",
            // others in one
            "110101199003074512", "185057800608436"})
    void leadToAPerson(String number) {
        assertThat(numbers.mask(number)).isEqualTo("〔号码〕");
        assertThat(numbers.mask("我的号码是" + number + "，请问")).isEqualTo("我的号码是〔号码〕，请问");
        assertThat(numbers.mask("2021 年 5 月 numéro: " + number + " 怎么办 3 天"))
                .isEqualTo("2021 年 5 月 numéro: 〔号码〕 怎么办 3 天");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R. 431-2", "R431-2", "L. 313-11-7", "2021-313", "décret n° 2021-313 du 24 mars 2021",
            "décrets 2021-313 2021-481", "2020 年 9 月", "2021-09-01 10:30", "2021.07.15 14:30", "01/09/2021 10h",
            "01.09.2021 1030", "964 欧", "180 欧", "1 234 567 890 €", "12345678 欧", "100 000 元", "Cerfa 15186*03",
            "cerfa n° 15186*03", "34 39", "3646", "B2", "10 年卡", "75013", "75013 75014", "2019-2020 2021",
            "2020-2021 12 月", "2019 2020 2021", "A2 到 B1", "24/7", "3939", "08:30-12:00", "2022 年 3 - 4 月", "50%",
            "1,5", "90 天", "150 到 200", "115", "+10", "第 3 季度", "9 à 12 mois", "13 et 75013", "61,5 欧"})
    void stay(String text) {
        assertThat(numbers.mask(text)).isEqualTo(text);
        assertThat(numbers.mask("听说" + text + "，对吗")).isEqualTo("听说" + text + "，对吗");
        assertThat(numbers.maskPapers(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"邮编 75013 电话 06 12 34 56 78, 邮编 75013 电话 〔号码〕", "75013 0612345678, 75013 〔号码〕",
            "13 06 12 34 56 78, 13 〔号码〕", "06 12 34 56 78 2 次, 〔号码〕 2 次",
            "9903123456 0612345678, 〔号码〕 〔号码〕", "2021 0612345678, 2021 〔号码〕", "E12345678和G87654321, 〔号码〕和〔号码〕",
            "0612345678 10 欧, 〔号码〕 10 欧", "2021-313 9903123456, 2021-313 〔号码〕"})
    void areFoundAmongOthers(String text, String masked) {
        assertThat(numbers.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"打 34 39, 打 34 39", "0 806 001 620, 0 806 001 620", "0806001620, 0806001620",
            "01 53 71 53 71, 01 53 71 53 71", "+33 1 53 71 53 71, +33 1 53 71 53 71", "+86-10-12308, +86-10-12308",
            "06 12 34 56 78, 〔号码〕", "+33 6 12 34 56 78, 〔号码〕", "138 1234 5678, 〔号码〕", "+86 13812345678, 〔号码〕",
            "9903123456, 〔号码〕", "E12345678, 〔号码〕", "14AA12345, 〔号码〕"})
    void ofOfficesStayInAnswers(String text, String masked) {
        assertThat(numbers.maskPapers(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @MethodSource
    void hostileTextTakesNoTime(String text) {
        assertTimeoutPreemptively(ofSeconds(5), () -> {
            assertThat(numbers.mask(text)).isNotNull();
            assertThat(numbers.maskPapers(text)).isNotNull();
        });
    }

    static Stream<String> hostileTextTakesNoTime() {
        return Stream.of("1", "1 ", "12 ", "+", "+1", "E1", "0", "00 ", "1-", "1.1", "😀", "\uD800", "2021-", " ", "\0",
                "(", "33 ").map(part -> part.repeat(100_000));
    }

    @Test
    void whatNoDatabaseTakesIsReplaced() {
        assertThat(numbers.mask("a\0b")).isEqualTo("a\uFFFDb");
    }
}
