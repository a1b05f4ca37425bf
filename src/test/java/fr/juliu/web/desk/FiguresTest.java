package fr.juliu.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of a whole add up to the whole. */
final class FiguresTest {

    private final Figures figures = new Figures(id -> id);

    @Test
    void sharesAddUpToAHundred() {
        assertThat(figures.shares(List.of(1, 7))).containsExactly("13%", "87%");
        assertThat(figures.shares(List.of(1, 1, 1))).containsExactly("34%", "33%", "33%");
        assertThat(figures.shares(List.of(0.335, 0.335, 0.33))).containsExactly("34%", "33%", "33%");
        assertThat(figures.shares(List.of(0, 5))).containsExactly("0%", "100%");
    }

    @Test
    void nothingHasNoShares() {
        assertThat(figures.shares(List.of(0, 0))).containsExactly("—", "—");
    }
}
