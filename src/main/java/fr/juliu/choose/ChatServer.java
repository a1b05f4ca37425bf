package fr.juliu.choose;

import fr.juliu.decide.Choice;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAI-compatible server. It is asked for JSON by a schema, and where it refuses that, for less. */
final class ChatServer {

    private static final int LARGEST = 64 * 1024;

    private final ChooserSettings settings;
    private final RestClient http;
    private final JsonMapper json = new JsonMapper();
    private final AtomicReference<Form> form = new AtomicReference<>(Form.SCHEMA);

    ChatServer(ChooserSettings settings) {
        this.settings = settings;
        Duration timeout = settings.timeout();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(timeout).version(HttpClient.Version.HTTP_1_1).build());
        requests.setReadTimeout(timeout);
        http = RestClient.builder().requestFactory(requests).build();
    }

    /** In what form a server is asked for JSON. */
    private enum Form {
        /** By a schema. */
        SCHEMA,
        /** As any object. */
        OBJECT,
        /** By the words of the prompt alone. */
        WORDS;

        /** What is asked of a server that refuses this one. */
        Form less() {
            return this == SCHEMA ? OBJECT : WORDS;
        }
    }

    /**
     * What the model says.
     *
     * @throws ServerException when it says nothing
     */
    String complete(Prompt prompt) {
        while (true) {
            Form asked = form.get();
            try {
                Reply reply = post(prompt, asked);
                if (reply.status().value() != 400 || asked == Form.WORDS) {
                    return content(reply);
                }
                // remembered: what a server does not know today, it is not asked again
                form.compareAndSet(asked, asked.less());
            } catch (RestClientException e) {
                throw isLate(e)
                        ? new ServerException(Choice.Cause.LATE, "took longer than " + settings.timeout().toMillis()
                                + " ms")
                        : new ServerException(Choice.Cause.FAILED, "cannot be reached");
            }
        }
    }

    private Reply post(Prompt prompt, Form asked) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", settings.model());
        body.put("temperature", 0);
        body.put("stream", false);
        body.put("messages", prompt.messages());
        switch (asked) {
            case SCHEMA -> body.put("response_format", Map.of("type", "json_schema", "json_schema", Map.of("name",
                    "choice", "strict", true, "schema", json.readTree(ChoiceReader.SCHEMA))));
            case OBJECT -> body.put("response_format", Map.of("type", "json_object"));
            case WORDS -> {
                // the prompt asks for JSON itself
            }
        }
        return http.post().uri(settings.endpoint()).contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON).headers(this::authorize).body(json.writeValueAsBytes(body))
                .exchangeForRequiredValue((request, response) -> new Reply(response.getStatusCode(), text(response)));
    }

    private void authorize(HttpHeaders headers) {
        if (!settings.key().isBlank()) {
            headers.setBearerAuth(settings.key().strip());
        }
    }

    private static String text(ClientHttpResponse response) throws IOException {
        return new String(response.getBody().readNBytes(LARGEST), StandardCharsets.UTF_8);
    }

    private String content(Reply reply) {
        if (reply.status().value() == 429) {
            throw new ServerException(Choice.Cause.REFUSED, "takes no more for now (429)");
        }
        if (!reply.status().is2xxSuccessful()) {
            throw new ServerException(Choice.Cause.FAILED, "answers " + reply.status().value());
        }
        try {
            JsonNode content = json.readTree(reply.body()).at("/choices/0/message/content");
            if (content.isString()) {
                return content.stringValue();
            }
        } catch (JacksonException e) {
            // told below, as any other body that is none
        }
        throw new ServerException(Choice.Cause.MALFORMED, "answers what is no completion of a chat");
    }

    private static boolean isLate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** What came back. */
    private record Reply(HttpStatusCode status, String body) {
    }
}
