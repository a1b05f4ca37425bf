package fr.juliu.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each word weighs among four texts. */
final class WordWeightsTest {

    private static final WordWeights WEIGHTS = new WordWeights(
            List.of(Set.of("居留", "学生"), Set.of("居留", "学生"), Set.of("居留", "印花税"), Set.of("居留")));

    @Test
    void theFewerTextsHoldAWordTheMoreItWeighs() {
        double common = WEIGHTS.share(Set.of("居留", "印花税"), Set.of("居留"));
        double rare = WEIGHTS.share(Set.of("居留", "印花税"), Set.of("印花税"));
        assertThat(rare).isCloseTo(Math.log(5) / (Math.log(5) + Math.log(2)), within(1e-9));
        assertThat(common).isCloseTo(1 - rare, within(1e-9));
        assertThat(WEIGHTS.share(Set.of("居留", "学生"), Set.of("学生"))).isBetween(common, rare);
    }

    @Test
    void aWordThatNoTextHoldsWeighsMost() {
        assertThat(WEIGHTS.share(Set.of("印花税", "火星"), Set.of("火星"))).isGreaterThan(0.5);
    }

    @Test
    void allOrNothingIsHeld() {
        assertThat(WEIGHTS.share(Set.of("居留", "学生"), Set.of("学生", "居留", "别的"))).isEqualTo(1);
        assertThat(WEIGHTS.share(Set.of("居留", "学生"), Set.of("别的"))).isZero();
        assertThat(WEIGHTS.share(Set.of(), Set.of("居留"))).isZero();
    }

    @Test
    void amongNoTextsAllWordsWeighNothing() {
        assertThat(new WordWeights(List.of()).share(Set.of("居留"), Set.of("居留"))).isZero();
    }
}
