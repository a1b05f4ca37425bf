package fr.juliu.store.mask;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.Amount;
import fr.juliu.store.PrivateNumbers;
import fr.juliu.trust.Tried;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers and texts made up by chance, the same in each run: what is planted is found, and no text is too much. */
@Tried(value = "private numbers in texts made by chance", part = "fuzz")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class MaskedTextFuzzTest {

    private static final String MASK = "〔号码〕";
    private static final int LENGTH = Amount.of(10_000, 100_000);
    private static final int SEEDS = Amount.of(500, 2000);
    private static final int MOST_READS = 1500;
    private static final List<String> BEFORE = List.of("请问", "我的", "，", "。", "怎么办", "号码是", "\n", "？", "：", "居留", "续签",
            "renouvellement ", "a été ", "是", "（", "）", "!", "；", " 😀 ", "学生", "听说");
    private static final List<String> BEHIND = List.of("，", "。", "\n", "：", "怎么办", "；", "和", "对吗？");
    private static final List<String> SCRAPS = List.of("0", "1", "6", "9", "12", "33", "2024", "99", "E", "FR76",
            "ABCD", "x",
            " ", " ", "-", ".", "/", "_", ",", "，", "(", ")", "+", "00", "@", "qq.com", "护照", "号", "码", "档案", "n°",
            "étranger", "微信", "wx", "QQ", "电话", "欧", "€", "年", "一", "二", "零", "零六", "九九", "\n", "\0", "\uD83D",
            "\uDE00", "😀", "\u200B", MASK, "〔", "http://", "www.", ":", "h", "cerfa", "*", "isbn", "978", "L.", "2A",
            "O",
            "[at]", "dossier ", "１", "①", "𝟗", "IBAN ", "#", "\uFFFF", "\uFFFD", "9️⃣", "e\u0301", "é");

    private final PrivateNumbers numbers = new PrivateNumbers();

    @Test
    void whatIsPlantedIsFoundAndTheRestStays() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Planted planted = new Planted(seed);
            Random chance = new Random(seed);
            StringBuilder text = new StringBuilder();
            StringBuilder masked = new StringBuilder();
            for (int i = chance.nextInt(4); i >= 0; i--) {
                String before = planted.one(BEFORE);
                String number = chance.nextBoolean() ? planted.ofPerson() : planted.ofNobody();
                String behind = planted.one(BEHIND);
                text.append(before).append(number.replaceAll("[<>]", "")).append(behind);
                masked.append(before).append(number.replaceAll("<.*>", MASK)).append(behind);
            }
            assertThat(numbers.mask(text.toString())).as("seed %d: %s", seed, text).isEqualTo(masked.toString());
        }
    }

    @Test
    void noTextIsTooMuch() {
        for (int seed = 0; seed < SEEDS; seed++) {
            String text = scraps(new Random(seed), 60);
            for (String masked : List.of(numbers.mask(text), numbers.maskPapers(text))) {
                assertThat(masked).as("seed %d", seed).doesNotContain("\0");
            }
            String masked = numbers.mask(text);
            assertThat(numbers.mask(masked)).as("seed %d: %s", seed, text).isEqualTo(masked);
        }
    }

    /** The work is counted in characters looked at. */
    @ParameterizedTest
    @MethodSource
    void hostileTextTakesWorkInProportion(String part) {
        long small = reads(part, LENGTH / 10);
        long large = reads(part, LENGTH);

        assertThat(large).isLessThan((long) MOST_READS * LENGTH);
        assertThat(large).isLessThanOrEqualTo(11 * small);
    }

    static Stream<String> hostileTextTakesWorkInProportion() {
        Stream<String> mixed = IntStream.range(0, 20).mapToObj(seed -> scraps(new Random(seed), 6))
                .filter(part -> !part.isEmpty());
        return Stream.concat(Stream.of("1", "1 ", "12 ", "+", "+1", "+3 3 ", "E1", "0", "00 ", "1-", "1.1", "1/", "1,",
                "1:", "😀",
                "\uD800", "2021-", " ", "\0", "(", "(0)", "33 ", "06 12 34 56 78 ", "0612345678 ", "@", "a@", "a.@b.",
                "a", "一", "一 ",
                "九九", "aa11 ", "AA11", "FR76 3000 ", "1 85 05 78 ", "4ABCD1234 ", "A1B2", "护照号", "护照号 12345 ", "的",
                "护照的是",
                "n° de dossier ", "微信", "微信 zhang_", "加微信:", "QQ 12345", "电话 12 34 56 ", "http://",
                "https://a/1234567890/",
                "2024-05-12 ", "caa 20PA", "1 000 ", "€ 1 ", "欧", "isbn 1-", "o1", "cerfa 1", "étranger 1 ", MASK, "〔"),
                mixed);
    }

    private static long reads(String part, int length) {
        String text = part.repeat(length / part.length() + 1).substring(0, length);
        return MaskedText.search(new FoldedText(text)).reads();
    }

    private static String scraps(Random chance, int most) {
        return IntStream.range(0, chance.nextInt(most)).mapToObj(i -> SCRAPS.get(chance.nextInt(SCRAPS.size())))
                .collect(Collectors.joining());
    }
}
