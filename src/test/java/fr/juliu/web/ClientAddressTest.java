package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientAddressTest {

    private final ClientAddress behindProxies = new ClientAddress(List.of("127.0.0.1", "10.0.0.0/8", "fd00::/8"));

    @Test
    void withoutTrustedProxiesNoHeaderIsBelieved() {
        assertThat(new ClientAddress(List.of()).of("127.0.0.1", List.of("198.51.100.7"))).isEqualTo("127.0.0.1");
    }

    @Test
    void headersAreReadTogetherFromTheRight() {
        assertThat(behindProxies.of("127.0.0.1", List.of("203.0.113.9", "198.51.100.7, 10.1.2.3")))
                .isEqualTo("198.51.100.7");
        assertThat(behindProxies.of("127.0.0.1", List.of())).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.9 | 198.51.100.7                | 203.0.113.9
            127.0.0.1   | 198.51.100.7                | 198.51.100.7
            127.0.0.1   | 203.0.113.9, 198.51.100.7   | 198.51.100.7
            127.0.0.1   | 198.51.100.7:4711           | 198.51.100.7
            127.0.0.1   | 10.0.0.1                    | 10.0.0.1
            127.0.0.1   | unknown                     | 127.0.0.1
            127.0.0.1   | 198.51.100.7, unknown       | 127.0.0.1
            fd00::1     | [2001:db8::1]:4711          | 2001:db8:0:0:0:0:0:0/64
            127.0.0.1   | 2001:DB8::0001              | 2001:db8:0:0:0:0:0:0/64
            127.0.0.1   | 2001:db8:1:2:3:4:5:6        | 2001:db8:1:2:0:0:0:0/64
            127.0.0.1   | 2001:db8:1:3:3:4:5:6        | 2001:db8:1:3:0:0:0:0/64
            127.0.0.1   | ::ffff:198.51.100.7         | 198.51.100.7
            """)
    void theNearestAddressThatIsNoProxyCounts(String peer, String forwarded, String client) {
        assertThat(behindProxies.of(peer, List.of(forwarded))).isEqualTo(client);
    }
}
