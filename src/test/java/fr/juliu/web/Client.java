package fr.juliu.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a server under test. */
public record Client(int port) {

    public static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public HttpResponse<String> get(String path, String... headers) {
        return send(to(path, headers).GET());
    }

    public HttpResponse<String> ask(String body, String... headers) {
        return ask(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public HttpResponse<String> feedback(Map<String, ?> word) {
        return post("/api/feedback", JSON.writeValueAsString(word).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> ask(byte[] body, String... headers) {
        return post("/api/ask", body, headers);
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(to(path, headers).setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    public JsonNode answer(Map<String, ?> request) {
        HttpResponse<String> response = ask(JSON.writeValueAsString(request));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    public HttpRequest.Builder to(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
