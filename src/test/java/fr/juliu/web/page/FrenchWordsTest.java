package fr.juliu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.search.Highlighter.Part;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is French in a text, between braces; what was looked for, between brackets. */
final class FrenchWordsTest {

    private static final FrenchWords FRENCH = new FrenchWords();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"10 年卡 carte de résident（可续）| 10 年卡 {carte de résident}（可续）",
            "工签 salarié / travailleur temporaire：合同 | 工签 {salarié / travailleur temporaire}：合同",
            "attestation d'accueil、d’un ressortissant | {attestation d'accueil}、{d’un ressortissant}",
            "见 CESEDA L. 422-1 du code，A 类 | 见 {CESEDA L. 422-1 du code}，A 类", "ANEF 2024 年 | {ANEF} 2024 年",
            "看 https://a.example/des-mots 和 www.a.fr | 看 https://a.example/des-mots 和 www.a.fr",
            "写给 someone@a.fr 就行 | 写给 someone@a.fr 就行", "没有别的 | 没有别的"})
    void wordsInLatinLettersAreFrench(String text, String shown) {
        assertThat(shown(FRENCH.of(text))).isEqualTo(shown);
    }

    @Test
    void whatWasLookedForMayBePartOfThem() {
        assertThat(shown(FRENCH.marked(List.of(new Part("卡 carte de ", false), new Part("résident 好", true),
                new Part("吗", false))))).isEqualTo("卡 {carte de }{[résident]}[ 好]吗");
    }

    @Test
    void aLongTextNeedsNoStack() {
        String text = "le titre ".repeat(50_000);
        assertThat(FRENCH.of(text).stream().map(Run::text).collect(Collectors.joining())).isEqualTo(text);
    }

    private static String shown(List<Run> runs) {
        return runs.stream().map(run -> {
            String text = run.hit() ? "[" + run.text() + "]" : run.text();
            return run.french() ? "{" + text + "}" : text;
        }).collect(Collectors.joining());
    }
}
