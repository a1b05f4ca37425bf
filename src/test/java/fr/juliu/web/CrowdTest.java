package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.trust.Tried;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Hundreds that send the beginning of a body and then nothing: so many stay, and everybody else is answered. */
@Tried("hundreds of bodies that never end")
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"juliu.model=off",
        "juliu.web.connections=" + CrowdTest.MOST, "juliu.web.address-connections=" + CrowdTest.MOST_OF_ONE,
        "juliu.web.arrival=5m"})
final class CrowdTest {

    static final int MOST = 60;
    static final int MOST_OF_ONE = 20;

    private static final int CROWD = 240;
    private static final String QUESTION = "{\"question\": \"学生居留能网上申请吗\"}";
    private static final String POST = "POST /api/ask HTTP/1.1\r\nHost: juliu\r\nContent-Type: application/json\r\n";
    private static final String SLOW = POST + "Content-Length: 60000\r\n\r\n{\"question\": \"";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry settings) {
        settings.add("juliu.knowledge", FirstArticle::folder);
    }

    @Test
    void oneAddressHasSoManyConnections() {
        assertThat(stayingOf(i -> new Wire(port))).isBetween(1L, (long) MOST_OF_ONE);
    }

    @Test
    void allAddressesTogetherHaveSoMany() {
        assertThat(stayingOf(i -> new Wire(port, "127.0.1." + (1 + i % 12)))).isBetween(1L, (long) MOST);
    }

    @Test
    void whoeverIsTurnedAwayIsToldToComeAgain() {
        List<Wire> crowd = crowd(i -> new Wire(port));
        Wire first = crowd.getFirst();
        assertThat(first.answer()).startsWith("HTTP/1.1 503").contains("Retry-After: ");
        crowd.forEach(Wire::close);
    }

    @Test
    void onOneConnectionRequestFollowsRequest() {
        int length = QUESTION.getBytes(StandardCharsets.UTF_8).length;
        String whole = POST + "Content-Length: " + length + "\r\n\r\n" + QUESTION;
        String last = POST + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length)
                + "\r\n" + QUESTION + "\r\n0\r\n\r\n";
        try (Wire wire = new Wire(port)) {
            assertThat(wire.send(whole + whole + last).answer().split("HTTP/1.1 200", -1)).hasSize(4);
        }
        try (Wire wire = new Wire(port)) {
            wire.send(POST + "Connection: close\r\nExpect: 100-continue\r\nContent-Length: " + length + "\r\n\r\n");
            while (!wire.heard().contains("100")) {
                assertThat(wire.isOver(1000)).isFalse();
            }
            assertThat(wire.send(QUESTION).answer()).startsWith("HTTP/1.1 100").contains("HTTP/1.1 200", "listed");
        }
    }

    /** How many stay, after everybody else was answered meanwhile from an address of the crowd and from another. */
    private long stayingOf(IntFunction<Wire> sender) {
        List<Wire> crowd = crowd(sender);
        for (String from : List.of("127.0.0.1", "127.0.1.1", "127.0.9.9")) {
            assertThat(ask(from)).as(from).startsWith("HTTP/1.1 200").contains("\"listed\"");
        }
        // the last were let in only after those before them were turned away
        long staying = crowd.stream().filter(wire -> !wire.isOver(100)).filter(wire -> wire.heard().isEmpty()).count();
        crowd.forEach(Wire::close);
        return staying;
    }

    private static List<Wire> crowd(IntFunction<Wire> sender) {
        return IntStream.range(0, CROWD).mapToObj(sender).map(wire -> wire.send(SLOW)).toList();
    }

    private String ask(String from) {
        try (Wire wire = new Wire(port, from)) {
            return wire.send(
                    POST + "Connection: close\r\nContent-Length: " + QUESTION.getBytes(StandardCharsets.UTF_8).length
                            + "\r\n\r\n" + QUESTION)
                    .answer();
        }
    }
}
