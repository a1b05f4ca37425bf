package fr.juliu.store.mask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u2060", "\uFEFF", "\u00AD", "\u200E", "\u200F", "\u061C", "\u202A", "\u202B",
            "\u202C",
            "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u180E", "\u3164", "\uDB40\uDC41",
            "\uDB40\uDC7F",
            "\uFFF9"})
    void whatNobodySeesIsNotThere(String unseen) {
        assertThat(VisibleText.of(unseen + "银行" + unseen + unseen + "卡 IBAN" + unseen)).isEqualTo("银行卡 IBAN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "学生居留", "👨\u200D👩\u200D👧", "❤\uFE0F", "é e\u0301", "می\u200Cخواهم", "一\n二\t三",
            "\uD800", "\uDC00甲"})
    void whatIsSeenStays(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }
}
