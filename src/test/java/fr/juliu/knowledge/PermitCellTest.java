package fr.juliu.knowledge;

import static fr.juliu.knowledge.Qualifier.FIRST;
import static fr.juliu.knowledge.Qualifier.RENEWAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Permit cells taken apart. */
final class PermitCellTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            学生、游客，商人, 难民; 记者；演员              → 学生|游客|商人|难民|记者|演员
            欧盟公民                                        → 欧盟公民
            制作副本（遗失、被窃）、地址变更                → 制作副本（遗失、被窃）|地址变更
            carte (a, b), « c, d », “e，f”                  → carte (a, b)|« c, d »|“e，f”
            甲（乙（丙、丁）、戊）、己                      → 甲（乙（丙、丁）、戊）|己
            甲（乙、丙                                      → 甲（乙|丙
            conjoint d'un français, aide à l'enfance        → conjoint d'un français|aide à l'enfance
            victime de traite des êtres humains             → victime de traite des êtres humains
            、学生、、                                      → 学生
            """)
    void permitsStandBetweenSeparators(String cell, String permits) {
        assertThat(PermitCell.permits(cell)).extracting(PermitCell.Named::permit).containsExactly(permits.split("\\|"));
    }

    @Test
    void aShortLabelIsTheGroupOfAllThatFollow() {
        assertThat(PermitCell.permits("人道主义：a, b、c；家庭: d" + PlainText.BREAK + "e"))
                .extracting(PermitCell.Named::group, PermitCell.Named::permit)
                .containsExactly(tuple("人道主义", "a"),
                        tuple("人道主义", "b"),
                        tuple("人道主义", "c"),
                        tuple("家庭", "d"),
                        tuple("家庭", "e"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"学生 https://a.fr", "学生、游客：新", "这是一个很长很长很长很长很长很长的说明文字不是标签：学生", "学生：", "甲（乙：丙）"})
    void otherColonsAreNoLabels(String cell) {
        assertThat(PermitCell.permits(cell)).extracting(PermitCell.Named::group).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"续 10 年卡", "续签学生", "学生（续签）", "学生 (renouvellement)", "Renouvellement de la carte", "学生（仅续）",
            "学生续签",
            "续签：学生", "学生（首次除外）"})
    void renewalOnly(String cell) {
        assertThat(qualifiers(cell)).isEqualTo(Set.of(RENEWAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"首次 学生", "首张居留", "学生（第一次）", "première demande de carte", "学生 (première demande)", "首次申请：学生",
            "学生 (hors renouvellement)"})
    void firstTimeOnly(String cell) {
        assertThat(qualifiers(cell)).isEqualTo(Set.of(FIRST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"学生", "首次和续签 学生", "学生（首次、续签）", "手续办理", "学生（手续）", "连续居留", "继续学习", "陆续开放", "学生（含续费）",
            "更新居留卡上的其他信息", "Première demande et renouvellement de carte"})
    void bothOrNeitherIsNoLimit(String cell) {
        assertThat(qualifiers(cell)).isEmpty();
    }

    private static Set<Qualifier> qualifiers(String cell) {
        return PermitCell.permits(cell).getFirst().qualifiers();
    }
}
