package fr.juliu.understand;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.knowledge.CatalogueReader;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.search.Lexicon;
import fr.juliu.search.TextFolding;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The day or month on which a card runs out, as questions of 30 November 2026 say it. */
final class ExpiryReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final TextFolding FOLDING = new TextFolding();
    private static final ConfigFolder CONFIG = new ConfigFolder(Path.of("config"));
    private static final Vocabulary WORDS = new Vocabulary(new CatalogueReader(CONFIG).read(), Aspects.read(CONFIG),
            Lexicon.read(CONFIG), FOLDING);

    private final ExpiryReader reader = new ExpiryReader(WORDS.wordsOrNone("paper"), WORDS.wordsOrNone("other"));

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            我的卡 2027 年 1 月 20 日到期，现在能交吗       → 2027-01-20
            居留 2027-01-20 到期                           → 2027-01-20
            学生居留 27 年 3 月 5 号过期                   → 2027-03-05
            居留有效期到 2027/3/5                          → 2027-03-05
            卡到期日是 2027.03.05                          → 2027-03-05
            我的居留明年三月五号到期                       → 2027-03-05
            卡明年三月二十一日就过期了                     → 2027-03-21
            mon titre expire le 20/01/2027                 → 2027-01-20
            ma carte expire le 20.01.27                    → 2027-01-20
            mon titre de séjour est valable jusqu'au 3 mars 2027 → 2027-03-03
            my card expires on March 5, 2027               → 2027-03-05
            my residence permit is valid until 5th of March 2027 → 2027-03-05
            下个月 20 号居留到期                           → 2026-12-20
            居留到 2027 年 5 月 1 日为止                   → 2027-05-01
            居留去年 10 月 3 日到期                        → 2025-10-03
            預約在三月，但居留 2027 年 1 月 20 日到期      → 2027-01-20
            我的有效期至 2027 年 6 月 30 日，什么时候续     → 2027-06-30
            """)
    void aDayWithItsYear(String text, LocalDate day) {
        assertThat(read(text)).isEqualTo(new Expiry(day, day, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            卡 1 月 20 日到期, 现在能交吗                  → 2027-01-20
            居留 12 月 5 号到期                            → 2026-12-05
            居留 11 月 30 日到期                           → 2026-11-30
            居留 11 月 29 日到期                           → 2027-11-29
            二月二十九号到期的卡                           → 2028-02-29
            mon titre expire le 20 janvier                 → 2027-01-20
            mon titre expire le 20/01                      → 2027-01-20
            carte expires January 20                       → 2027-01-20
            卡 1.20 到期                                   → 2027-01-20
            长居 3 月 1 号就要过期了                       → 2027-03-01
            我的卡是 5 月 10 日到期的，该哪天交            → 2027-05-10
            居留卡到期时间 4 月 2 日                       → 2027-04-02
            居留 10 月 3 日已经过期                        → 2026-10-03
            卡 10 月 3 号过期了还没续                      → 2026-10-03
            我的居留早就 2 月 3 号过期了                   → 2026-02-03
            10 月 3 日到期的居留忘记续了                   → 2026-10-03
            """)
    void aYearThatIsLeftOutIsGuessed(String text, LocalDate day) {
        assertThat(read(text)).isEqualTo(new Expiry(day, day, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            卡 3 月底到期              → 2027-03-01 → 2027-03-31 → true
            居留明年 2 月到期          → 2027-02-01 → 2027-02-28 → false
            居留 12 月到期             → 2026-12-01 → 2026-12-31 → true
            居留十一月到期             → 2026-11-01 → 2026-11-30 → true
            下个月底居留到期           → 2026-12-01 → 2026-12-31 → false
            carte valable jusqu'en mars 2027 → 2027-03-01 → 2027-03-31 → false
            mon titre expire fin mars  → 2027-03-01 → 2027-03-31 → true
            居留 2027-03 到期          → 2027-03-01 → 2027-03-31 → false
            学生卡 03/2027 到期        → 2027-03-01 → 2027-03-31 → false
            卡三月初到期               → 2027-03-01 → 2027-03-31 → true
            """)
    void aMonthIsNoDay(String text, LocalDate first, LocalDate last, boolean guessed) {
        assertThat(read(text)).isEqualTo(new Expiry(first, last, guessed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"学生居留能网上申请吗", "护照 1 月 20 日到期，能续居留吗", "签证 2027 年 1 月 20 日到期", "我 9 月 1 日来的法国",
            "2026 年 5 月上线了哪些居留", "合同 3 月 5 日到期", "预约 1 月 20 日", "居留 2 月 30 日到期", "卡 3/5 到期", "十年卡到期",
            "mon passeport expire le 20/01/2027", "récépissé 到 1 月 20 日到期", "卡还有三个月到期", "信用卡 1 月 20 日到期"})
    void noDayOfACard(String text) {
        assertThat(reader.read(FOLDING.fold(text), TODAY)).isEmpty();
    }

    private Expiry read(String text) {
        return reader.read(FOLDING.fold(text), TODAY).orElseThrow(() -> new AssertionError("no day in " + text))
                .expiry();
    }
}
