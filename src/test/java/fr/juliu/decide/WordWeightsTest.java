package fr.juliu.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each word weighs among four texts. */
final class WordWeightsTest {

    private static final List<Set<String>> TEXTS = List.of(Set.of("居留", "学生"), Set.of("居留", "学生"),
            Set.of("居留", "印花税"), Set.of("居留"));
    private static final WordWeights WEIGHTS = new WordWeights(TEXTS);

    @Test
    void theFewerTextsHoldAWordTheMoreItWeighs() {
        WordWeights.Weighed asked = WEIGHTS.of(Set.of("学生", "印花税"));
        assertThat(asked.in(TEXTS.get(2))).isCloseTo(Math.log(5) / (Math.log(5) + Math.log(3)), within(1e-9));
        assertThat(asked.in(TEXTS.get(0))).isCloseTo(1 - asked.in(TEXTS.get(2)), within(1e-9));
        WordWeights.Weighed common = WEIGHTS.of(Set.of("居留", "学生"));
        assertThat(common.in(TEXTS.get(3))).isBetween(0.1, asked.in(TEXTS.get(0)));
    }

    @Test
    void aWordThatNoTextHoldsWeighsMost() {
        assertThat(WEIGHTS.of(Set.of("印花税", "火星")).in(TEXTS.get(2))).isBetween(0.1, 0.5);
    }

    @Test
    void allOrNothingIsHeld() {
        assertThat(WEIGHTS.of(Set.of("居留", "学生")).in(TEXTS.get(0))).isEqualTo(1);
        assertThat(WEIGHTS.of(Set.of("学生")).in(TEXTS.get(3))).isZero();
        assertThat(TEXTS).allSatisfy(text -> assertThat(WEIGHTS.of(Set.of()).in(text)).isZero());
    }

    @Test
    void amongNoTextsAllWordsWeighAlike() {
        assertThat(new WordWeights(List.of()).of(Set.of("居留", "学生")).in(Set.of("居留"))).isZero();
    }
}
