package fr.juliu.search.cluster;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The cluster in which words are looked for ({@code juliu.opensearch}).
 *
 * @param url      of its nodes, one or several, such as {@code http://127.0.0.1:9200}
 * @param user     the name of the account there; empty for none
 * @param password of that account; never told
 * @param key      an API key in place of an account, as the cluster shows it (encoded); never told
 * @param prefix   what the names of indexes and aliases begin with: small letters, digits, _ and -
 * @param shards   of each index, from 1 to 64
 * @param atOnce   how many searches are under way at once, 1 or more
 * @param timeout  how long a search may take, 1 ms to 30 s
 * @param probe    how often the cluster is looked at, and how long a node is let alone that failed; 100 ms to 10 minutes
 */
@ConfigurationProperties("juliu.opensearch")
public record ClusterSettings(@DefaultValue("") List<String> url, @DefaultValue("") String user,
        @DefaultValue("") String password, @DefaultValue("") String key, @DefaultValue("juliu") String prefix,
        @DefaultValue("1") int shards, @DefaultValue("32") int atOnce, @DefaultValue("300ms") Duration timeout,
        @DefaultValue("5s") Duration probe) {

    private static final String NAME = "juliu.opensearch.";

    public ClusterSettings {
        url = url.stream().map(each -> each.strip().replaceAll("/+$", "")).filter(each -> !each.isEmpty()).toList();
        require(!url.isEmpty(), "url", "empty", "the address of the cluster, such as http://127.0.0.1:9200");
        url.forEach(each -> require(isAddress(each), "url", withoutAccount(each),
                "whole addresses without user and password, such as http://127.0.0.1:9200, comma-separated"));
        require(user.isBlank() == password.isBlank(), user.isBlank() ? "user" : "password", "empty",
                "what belongs to the account of the cluster (user and password), or leave both out");
        require(key.isBlank() || user.isBlank(), "key", "set beside juliu.opensearch.user",
                "an API key or an account, and leave the other out");
        require(prefix.matches("[a-z0-9][a-z0-9_-]{0,49}"), "prefix", prefix,
                "at most 50 small letters, digits, _ or -, such as juliu");
        require(shards >= 1 && shards <= 64, "shards", shards, "1 to 64");
        require(atOnce >= 1, "at-once", atOnce, "1 or more");
        require(isWithin(timeout, Duration.ofMillis(1), Duration.ofSeconds(30)), "timeout", timeout.toMillis() + " ms",
                "1ms to 30s");
        require(isWithin(probe, Duration.ofMillis(100), Duration.ofMinutes(10)), "probe", probe.toMillis() + " ms",
                "100ms to 10m");
    }

    /** The settings of a cluster without an account, all else as by default. */
    public static ClusterSettings of(String... url) {
        return new ClusterSettings(List.of(url), "", "", "", "juliu", 1, 32, Duration.ofMillis(300),
                Duration.ofSeconds(5));
    }

    private static void require(boolean holds, String name, Object value, String wanted) {
        if (!holds) {
            throw new IllegalArgumentException(NAME + name + " is " + value + "; set it to " + wanted);
        }
    }

    private static boolean isWithin(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return String.valueOf(uri.getScheme()).matches("https?") && uri.getHost() != null
                    && uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String withoutAccount(String text) {
        return text.replaceFirst("//.*@", "//…@");
    }

    List<URI> nodes() {
        return url.stream().map(URI::create).toList();
    }

    /** The nodes in words for the operator. */
    String hosts() {
        return nodes().stream().map(URI::getAuthority).collect(Collectors.joining(", "));
    }

    /** What shows the cluster whose requests they are; empty for nothing. */
    String authorization() {
        if (!key.isBlank()) {
            return "ApiKey " + key.strip();
        }
        return user.isBlank()
                ? ""
                : "Basic " + Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The settings without what is secret. */
    @Override
    public String toString() {
        return "ClusterSettings[" + url + ", " + user + ", " + prefix + ", " + shards + ", " + atOnce + ", " + timeout
                + ", " + probe + "]";
    }
}
