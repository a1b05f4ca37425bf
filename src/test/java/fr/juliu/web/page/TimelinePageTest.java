package fr.juliu.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The picture over HTTP. */
@Tag("integration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
final class TimelinePageTest {

    @LocalServerPort
    private int port;

    @Test
    void thePictureIsSentOnceAndThenKnown() throws Exception {
        HttpResponse<byte[]> picture = get();
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(picture.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(picture.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("inline");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth()).isEqualTo(1080);
        assertThat(picture.body()).hasSizeLessThan(300_000);
        String version = picture.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = get("If-None-Match", version);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    private HttpResponse<byte[]> get(String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/timeline.png"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send((headers.length == 0 ? request : request.headers(headers)).build(),
                    BodyHandlers.ofByteArray());
        }
    }
}
