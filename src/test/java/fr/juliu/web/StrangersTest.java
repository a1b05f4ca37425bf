package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.web.desk.DeskClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** A walk over every route as a stranger, by the table of docs/SECURITY.md. */
@Isolated
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"juliu.model=off",
        "juliu.desk.password=a long one", "juliu.wechat.token=juliuToken", "juliu.telegram.token=1:secret",
        "juliu.telegram.mode=webhook", "juliu.telegram.webhook-secret=secret",
        "juliu.telegram.api-url=http://127.0.0.1:1", "juliu.public-url=https://juliu.example.org",
        "juliu.widget.origins=https://example.org"})
@ExtendWith(OutputCaptureExtension.class)
final class StrangersTest {

    private static final Pattern LINE = Pattern
            .compile("(?m)^\\| (GET|POST|ANY) \\| (.+?) \\| `(.+?)` \\| (\\d{3})(?: `(.+?)`)? \\|$");
    private static final String BODY = "{\"question\": \"学生居留能网上申请吗\"}";
    /** Of Spring Security's, which are no controllers' routes. */
    private static final Set<String> FILTERS = Set.of("POST `/desk/login`", "POST `/desk/logout`");

    @LocalServerPort
    private int port;
    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings = List.of();

    /** A line of the table. */
    record Row(String method, String route, String asked, String status, String location) {

        static Row of(MatchResult line) {
            return new Row(line.group(1), line.group(2), line.group(3), line.group(4),
                    line.group(5) == null ? "" : line.group(5));
        }
    }

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry settings) {
        settings.add("juliu.knowledge", FirstArticle::folder);
    }

    static Stream<Row> table() throws IOException {
        return LINE.matcher(Files.readString(Path.of("docs/SECURITY.md"))).results().map(Row::of);
    }

    @ParameterizedTest
    @MethodSource("table")
    void aStrangerGetsWhatIsWritten(Row row, CapturedOutput output) {
        String method = row.method().equals("ANY") ? "GET" : row.method();
        try (Wire wire = new Wire(port)) {
            String answer = wire.send(method + " " + encoded(row.asked())
                    + " HTTP/1.1\r\nHost: juliu\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                    + (method.equals("POST")
                            ? BODY.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + BODY
                            : "0\r\n\r\n"))
                    .answer();
            assertThat(answer).startsWith("HTTP/1.1 " + row.status() + " ").contains("Content-Security-Policy: ")
                    .doesNotContain("Set-Cookie: desk=", FirstArticle.folder().toString());
            if (!row.location().isEmpty()) {
                assertThat(answer).contains("\r\nLocation: " + row.location() + "\r\n");
            }
        }
        assertThat(output.getAll()).doesNotContain("ERROR");
    }

    @Test
    void everyRouteHasALineAndEveryLineARoute() throws IOException {
        Set<String> written = table().filter(row -> row.route().startsWith("`"))
                .map(row -> row.method() + " " + row.route()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> routes = Stream
                .of(mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .flatMap(StrangersTest::routes), files(), FILTERS.stream(), Stream.of("GET `/`"))
                .flatMap(all -> all).collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).isEqualTo(routes);
    }

    @Test
    void healthTellsAStrangerNoMoreThanAWord() {
        for (String path : new String[]{"/actuator/health", "/actuator/health/readiness",
                "/actuator/health/liveness"}) {
            assertThat(new Client(port).get(path).body()).matches(
                    "\\{(\"groups\":\\[\"liveness\",\"readiness\"\\],)?\"status\":\"(UP|DEGRADED)\"\\}");
        }
    }

    private static Stream<String> routes(RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().stream().map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return info.getPatternValues().stream().flatMap(pattern -> (methods.isEmpty() ? Set.of("ANY") : methods)
                .stream().map(method -> method + " `" + pattern + "`"));
    }

    private static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/static"))) {
            return files.map(file -> "GET `/" + file.getFileName() + "`").toList().stream();
        }
    }

    private static String encoded(String path) {
        return path.codePoints()
                .mapToObj(c -> c < 128 ? Character.toString(c) : DeskClient.encoded(Character.toString(c)))
                .collect(Collectors.joining());
    }
}
