package fr.juliu.search.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What the settings of a cluster may be, and what is said of those that they may not. */
final class ClusterSettingsTest {

    private static final String NODE = "http://127.0.0.1:9200";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "url | \"\" | juliu.opensearch.url is empty; set it to the address",
            "url | localhost:9200 | juliu.opensearch.url is localhost:9200; set it to whole addresses",
            "url | https://me:s3cret@host | juliu.opensearch.url is https://…@host; set it",
            "url | ftp://host | juliu.opensearch.url is ftp://host",
            "url | http://ho st | juliu.opensearch.url is http://ho st",
            "user | me | juliu.opensearch.password is empty", "password | s3cret | juliu.opensearch.user is empty",
            "prefix | Juliu* | juliu.opensearch.prefix is Juliu*", "prefix | _x | juliu.opensearch.prefix is _x",
            "shards | 0 | juliu.opensearch.shards is 0; set it to 1 to 64",
            "shards | 65 | juliu.opensearch.shards is 65",
            "at-once | 0 | juliu.opensearch.at-once is 0", "timeout | 0ms | juliu.opensearch.timeout is 0 ms",
            "timeout | 31s | juliu.opensearch.timeout is 31000 ms; set it to 1ms to 30s",
            "probe | 99ms | juliu.opensearch.probe is 99 ms; set it to 100ms to 10m"})
    void whatIsWrongIsNamedWithWhatToDo(String name, String value, String told) {
        Map<String, String> values = new HashMap<>(Map.of("juliu.opensearch.url", NODE));
        values.put("juliu.opensearch." + name, value);
        assertThatIllegalArgumentException().isThrownBy(() -> bind(values))
                .havingRootCause().withMessageStartingWith(told).withMessageNotContaining("s3cret");
    }

    @Test
    void anAccountAndAKeyExcludeEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bind(Map.of("juliu.opensearch.url", NODE, "juliu.opensearch.user", "me",
                        "juliu.opensearch.password", "s3cret", "juliu.opensearch.key", "s3cret")))
                .havingRootCause().withMessageStartingWith("juliu.opensearch.key is set beside juliu.opensearch.user")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void severalNodesAreReadAndSecretsAreNotTold() {
        ClusterSettings settings = bind(
                Map.of("juliu.opensearch.url", "https://a.example:9200/, http://b.example/search/",
                        "juliu.opensearch.user", "me", "juliu.opensearch.password", "s3cret"));

        assertThat(settings.nodes()).map(Object::toString).containsExactly("https://a.example:9200",
                "http://b.example/search");
        assertThat(settings.hosts()).isEqualTo("a.example:9200, b.example");
        assertThat(settings.authorization()).isEqualTo("Basic bWU6czNjcmV0");
        assertThat(settings.toString()).doesNotContain("s3cret");
        assertThat(bind(Map.of("juliu.opensearch.url", NODE, "juliu.opensearch.key", "abc")).authorization())
                .isEqualTo("ApiKey abc");
        assertThat(bind(Map.of("juliu.opensearch.url", NODE))).isEqualTo(ClusterSettings.of(NODE));
    }

    private static ClusterSettings bind(Map<String, String> values) {
        try {
            return new Binder(new MapConfigurationPropertySource(values))
                    .bind("juliu.opensearch", ClusterSettings.class)
                    .get();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
