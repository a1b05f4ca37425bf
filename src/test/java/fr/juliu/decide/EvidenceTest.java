package fr.juliu.decide;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.search.TextFolding;
import fr.juliu.understand.Aspect;
import fr.juliu.understand.Aspects;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The evidence of the aspects of the project's own settings. */
final class EvidenceTest {

    private static final TextFolding FOLDING = new TextFolding();
    private static final Aspects ASPECTS = Aspects.read(new ConfigFolder(Path.of("config")));

    @Test
    void everyWordIsFoundWhereverItStands() {
        for (Aspect aspect : ASPECTS.all().values()) {
            Evidence evidence = Evidence.of(aspect, FOLDING);
            for (String word : aspect.evidence()) {
                for (String number : new String[]{"12", "三"}) {
                    assertThat(evidence.isIn("前面" + FOLDING.fold(word).replace("#", number) + "后面")).as(word).isTrue();
                }
            }
            assertThat(evidence.isIn("")).isFalse();
        }
    }

    @Test
    void aSignForNumbersIsNotFoundAsItIs() {
        Aspect numbered = ASPECTS.all().values().stream()
                .filter(aspect -> aspect.evidence().stream().anyMatch(word -> word.startsWith("#"))).findFirst()
                .orElseThrow();
        String word = numbered.evidence().stream().filter(each -> each.startsWith("#")).findFirst().orElseThrow();
        Evidence evidence = Evidence.of(numbered, FOLDING);
        assertThat(evidence.words()).noneMatch(each -> each.contains("#"));
        assertThat(evidence.isIn("火星" + word)).isEqualTo(evidence.isIn("火星" + word.substring(1)));
    }
}
