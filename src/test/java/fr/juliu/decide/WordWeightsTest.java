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
        double[] shares = WEIGHTS.shares(Set.of("学生", "印花税"));
        assertThat(shares[2]).isCloseTo(Math.log(5) / (Math.log(5) + Math.log(3)), within(1e-9));
        assertThat(shares[0]).isCloseTo(1 - shares[2], within(1e-9));
        assertThat(WEIGHTS.shares(Set.of("居留", "学生"))[3]).isBetween(0.1, shares[0]);
    }

    @Test
    void aWordThatNoTextHoldsWeighsMost() {
        assertThat(WEIGHTS.shares(Set.of("印花税", "火星"))[2]).isBetween(0.1, 0.5);
    }

    @Test
    void allOrNothingIsHeld() {
        assertThat(WEIGHTS.shares(Set.of("居留", "学生"))[0]).isEqualTo(1);
        assertThat(WEIGHTS.shares(Set.of("学生"))[3]).isZero();
        assertThat(WEIGHTS.shares(Set.of())).containsOnly(0);
    }

    @Test
    void amongNoTextsNothingIsHeld() {
        assertThat(new WordWeights(List.of()).shares(Set.of("居留"))).isEmpty();
    }
}
