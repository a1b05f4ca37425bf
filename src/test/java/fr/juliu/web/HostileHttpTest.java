package fr.juliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.juliu.FirstArticle;
import fr.juliu.trust.Tried;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Requests that no browser sends: each is refused in our words and with our headers, and none writes into the log. */
@Tried(value = "HTTP that no browser sends", part = "fuzz")
@Isolated
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"juliu.model=off",
        "juliu.desk.password=a long one", "juliu.wechat.token=juliuToken"})
@ExtendWith(OutputCaptureExtension.class)
final class HostileHttpTest {

    private static final List<String> HEADERS = List.of("content-security-policy: default-src 'self'",
            "x-content-type-options: nosniff", "x-frame-options: deny", "referrer-policy: no-referrer",
            "permissions-policy: ");
    private static final List<String> QUERIES = List.of("q=%zz", "q=%", "q=%ff%fe", "q=%00", "=1&&&=%zz", "%zz",
            "q=%c3%28", "q" + "=1&q".repeat(1200), "q=\u00e9", "q=[]{}|", "page=-1", "page=99999999999999", "said=%zz",
            "_csrf=%zz", "signature=%zz&timestamp=1", "x".repeat(9000));
    private static final List<String> PATHS = List.of("/", "/list", "/a", "/a/x", "/changes", "/feed.xml",
            "/timeline.png", "/widget", "/widget.js", "/chat.js", "/api/ask", "/api/feedback", "/desk", "/desk/login",
            "/desk/unanswered", "/desk/edition", "/error", "/actuator/health", "/actuator/health/readiness", "/wechat",
            "/nothing");
    private static final List<String> SOME = List.of("/", "/list", "/chat.js", "/api/ask", "/desk", "/actuator/health",
            "/wechat");
    private static final List<String> ODD_PATHS = List.of("/a/%zz", "/a/%00", "/a/..%2f..%2f", "/a/x;jsessionid=1",
            "/a/%5c", "//", "//x", "/../..", "/a//x", "/a/%0a", "/a/%E0%80", "/a/" + "x".repeat(20_000), "/[", "/a:b",
            "/c:/x", "/url:http://x/", "/file:///etc/passwd", "/static/../application.yml", "/%2e%2e/application.yml",
            "/chat.js%00.png", "/WEB-INF/x", "/META-INF/MANIFEST.MF", "/..;/x", "/desk/..;/login", "/desk//login",
            "http://evil/x", "*", "x", "/\u00e9", "/a/b c");
    private static final List<String> ODD_HEADERS = List.of("X: \u0001", "X Y: 1", ": 1", "X: " + "y".repeat(9000),
            "Content-Length: abc", "Content-Length: -1", "Content-Length: 1\r\nContent-Length: 2",
            "Transfer-Encoding: foo", "Content-Type: ;;;",
            "Content-Type: application/json; charset=nope", "Content-Type: multipart/form-data", "Accept: ;;;",
            "Accept: a/b/c", "Accept: image/png", "Accept: application/json", "Accept-Language: zz-\u00ff;q=x",
            "Accept-Encoding: gzip;q=x", "Range: bytes=zz", "Range: bytes=9999999-",
            "Range: bytes=" + "0-1,".repeat(200) + "0-1", "If-Modified-Since: x", "If-None-Match: \"\"\"x",
            "If-Match: x", "Cookie: desk=\u0080; ;=;desk-token=\"\\", "Cookie: desk-token=<>", "Expect: foo",
            "Origin: http:// [x", "Origin: null\r\nAccess-Control-Request-Method: POST", "Authorization: Basic %%%",
            "X-Forwarded-For: ,,,%zz", "Forwarded: for=", "Host: b", "Upgrade: h2c\r\nConnection: Upgrade",
            "X-Requested-With: x\r\n folded", "Content-Encoding: gzip", "X-HTTP-Method-Override: FOO");
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE",
            "PATCH", "FOO", "CONNECT", "g\u00e9t");
    private static final List<String> WHOLE = List.of("GET / x HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\nHost: a_%zz:99999\r\n\r\n",
            "\u0016\u0003\u0001\r\n\r\n", "\r\n\r\n\r\n \r\n\r\n",
            form("/desk/login", "a=%zz"), form("/list", "q=%zz"), form("/error", "q=%zz"), form("/wechat", "q=%zz"),
            post("/api/ask", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a"),
            post("/api/ask", "application/json", "{\"question\": "), post("/wechat", "text/xml", "<xml>"),
            "POST /api/ask HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
            "POST /api/ask HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "POST /api/ask HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5;x\r\n{\"que\r\nzz\r\n\r\n");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry settings) {
        settings.add("juliu.knowledge", FirstArticle::folder);
    }

    @Test
    void noneWritesIntoTheLogAndAllGetOurHeaders(CapturedOutput output) {
        requests().forEach(request -> {
            String shown = request.substring(0, Math.min(120, request.length()));
            String answer = answer(request);
            assertThat(answer).as(shown).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 500")
                    .doesNotContain("HTTP Status", "Apache", "Exception");
            assertThat(answer.toLowerCase(Locale.ROOT)).as(shown).contains(HEADERS);
        });
        assertThat(output.getAll()).doesNotContain("ERROR", "\tat ", "Exception");
    }

    @Test
    void whatTomcatRefusesIsToldInChinese() {
        assertThat(answer(get("/[", ""))).startsWith("HTTP/1.1 400").contains("<!doctype html>", "这个请求没能读懂",
                "text/html;charset=UTF-8");
        assertThat(answer(get("/api/%zz", ""))).startsWith("HTTP/1.1 400").contains("application/problem+json",
                "\"detail\":\"这个请求没能读懂");
    }

    private static Stream<String> requests() {
        return Stream.of(
                PATHS.stream().flatMap(path -> QUERIES.stream().map(query -> get(path + "?" + query, ""))),
                ODD_PATHS.stream().map(path -> get(path, "")),
                ODD_PATHS.stream().map(path -> get(path, "Accept: application/json\r\n")),
                SOME.stream().flatMap(path -> ODD_HEADERS.stream().map(header -> get(path, header + "\r\n"))),
                PATHS.stream().flatMap(path -> METHODS.stream().map(method -> method + get(path, "").substring(3))),
                WHOLE.stream()).flatMap(requests -> requests);
    }

    private static String get(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: juliu\r\nConnection: close\r\n" + headers + "\r\n";
    }

    private static String form(String path, String body) {
        return post(path, "application/x-www-form-urlencoded", body);
    }

    private static String post(String path, String type, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: juliu\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private String answer(String request) {
        try (Wire wire = new Wire(port)) {
            return wire.send(request).answer();
        }
    }
}
