package fr.juliu.search.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenSearch cluster over HTTP: JSON in, JSON out. A node that cannot be reached gives way to the next. */
final class Cluster implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final long LARGEST = 32L << 20;

    private final Nodes nodes;
    private final String authorization;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING).build();
    private final JsonMapper json = new JsonMapper();

    Cluster(ClusterSettings settings) {
        nodes = new Nodes(settings.nodes(), settings.probe());
        authorization = settings.authorization();
    }

    /** What came back: a status of HTTP and a body. */
    record Reply(int status, JsonNode body) {

        /**
         * The body.
         *
         * @throws ClusterException when the status is no success
         */
        JsonNode orThrow() {
            if (status / 100 == 2) {
                return body;
            }
            String type = body.path("error").path("type").asString("");
            throw new ClusterException(switch (status) {
                case 401, 403 -> "refuses the account (" + status
                        + "); look at juliu.opensearch.user and JULIU_OPENSEARCH_PASSWORD, or JULIU_OPENSEARCH_KEY";
                case 429 -> "takes no more for now (429)";
                default -> "answers " + status + (type.isEmpty() ? "" : " " + type);
            });
        }
    }

    /** Asks for what a path holds. */
    Reply get(String path, Duration within) {
        return send("GET", path, new byte[0], within);
    }

    /** Sends an object as JSON. */
    Reply send(String method, String path, Object body, Duration within) {
        return send(method, path, json.writeValueAsBytes(body), within);
    }

    /**
     * Sends bytes.
     *
     * @param body JSON, or several lines of it; empty for none
     * @throws ClusterException when no node answers within the time, or one answers what is no JSON
     */
    Reply send(String method, String path, byte[] body, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        String fault = "cannot be reached";
        for (int node : nodes.order()) {
            try {
                HttpResponse<byte[]> response = exchange(request(nodes.get(node), method, path, body),
                        end - System.nanoTime());
                nodes.answered(node);
                return new Reply(response.statusCode(), read(response.body()));
            } catch (TimeoutException e) {
                nodes.failed(node);
                throw new ClusterException("takes longer than " + within.toMillis() + " ms");
            } catch (IOException e) {
                nodes.failed(node);
                fault = "cannot be reached (" + e.getClass().getSimpleName() + ")";
            }
        }
        throw new ClusterException(fault);
    }

    private HttpRequest request(URI node, String method, String path, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node + path)).header("Accept",
                "application/json");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (body.length == 0) {
            return request.method(method, BodyPublishers.noBody()).build();
        }
        return request
                .header("Content-Type", path.startsWith("/_bulk") ? "application/x-ndjson" : "application/json")
                .method(method, BodyPublishers.ofByteArray(body)).build();
    }

    private HttpResponse<byte[]> exchange(HttpRequest request, long nanos) throws IOException, TimeoutException {
        CompletableFuture<HttpResponse<byte[]>> coming = http.sendAsync(request,
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return coming.get(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("was not waited for");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        } finally {
            // closes the connection of what is not there yet, by which the cluster knows that nobody waits
            coming.cancel(true);
        }
    }

    private JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? json.missingNode() : json.readTree(body);
        } catch (JacksonException e) {
            throw new ClusterException("answers what is no JSON; look at juliu.opensearch.url");
        }
    }

    /** The nodes that failed of late. */
    List<String> failing() {
        return nodes.failing();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
