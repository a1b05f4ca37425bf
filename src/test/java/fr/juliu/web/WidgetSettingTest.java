package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sites an operator may name. */
final class WidgetSettingTest {

    @Test
    void originsAreTakenAsBrowsersWriteThem() {
        assertThat(new WebSettings.Widget(List.of(" https://Example.org", "", "http://localhost:3000")).origins())
                .containsExactly("https://example.org", "http://localhost:3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "https://example.org/", "https://example.org/page", "*", "null",
            "https://*.example.org", "ftp://example.org", "https://a@example.org", "https://example.org?a",
            "https://example.org; script-src *", "https://", "'self'"})
    void whatIsNoOriginStopsTheStart(String origin) {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebSettings.Widget(List.of(origin)))
                .withMessageStartingWith("juliu.widget.origins holds " + origin + "; set it to origins");
    }
}
