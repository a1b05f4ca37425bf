package fr.juliu.keep.links;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** A look at one address: HEAD, then GET where HEAD is refused, and where redirects lead. */
final class LinkProbe {

    private static final String AGENT = "Mozilla/5.0 (compatible; Juliu link check)";
    private static final int REFUSED = 400;
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);
    private static final Set<Integer> FOR_NOW = Set.of(302, 303, 307);

    private final HttpClient client;
    private final LinkLimits limits;
    private final SiteTurns turns;

    LinkProbe(HttpClient client, LinkLimits limits, SiteTurns turns) {
        this.client = client;
        this.limits = limits;
        this.turns = turns;
    }

    /** What became of an address; where its whole site moved, whether its page is at the new one. */
    Finding look(String url) {
        Optional<URI> start = uri(url);
        if (start.isEmpty()) {
            return new Finding.Dead("is no valid address");
        }
        Finding found = look(start.get());
        Optional<URI> there = onNewSite(start.get());
        if (there.isEmpty()) {
            return found;
        }
        return switch (found) {
            case Finding.Moved moved -> siteMoved(moved.to());
            case Finding.Redirected redirected -> siteMoved(redirected.to());
            case Finding.SiteMoved moved -> moved;
            case Finding.Good good -> atNewSite(there.get(), found);
            case Finding.Dead dead -> atNewSite(there.get(), found);
            case Finding.NotReached notReached -> atNewSite(there.get(), found);
        };
    }

    /** The name by which turns at an address's site are taken; empty for what is no address. */
    static String site(String url) {
        return uri(url).map(LinkProbe::site).orElse("");
    }

    /** The new address of a page whose old site leads somewhere: there, or at the new site when it is still the old. */
    private Finding siteMoved(URI to) {
        Finding moved = new Finding.SiteMoved(to);
        return onNewSite(to).map(there -> atNewSite(there, moved)).orElse(moved);
    }

    private Finding atNewSite(URI there, Finding old) {
        return switch (look(there)) {
            case Finding.Good good -> new Finding.SiteMoved(there);
            case Finding.Moved moved -> new Finding.SiteMoved(moved.to());
            case Finding.Redirected redirected -> new Finding.SiteMoved(redirected.to());
            case Finding.SiteMoved moved -> moved;
            case Finding.Dead dead -> old;
            case Finding.NotReached notReached -> old;
        };
    }

    /** The same page at the new name of a site that moved as a whole. */
    private Optional<URI> onNewSite(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return limits.movedSites().entrySet().stream()
                .filter(moved -> host.equals(moved.getKey()) || host.endsWith("." + moved.getKey())).findFirst()
                .flatMap(moved -> {
                    String name = host.substring(0, host.length() - moved.getKey().length()) + moved.getValue();
                    return uri(uri.toString().replaceFirst("(?<=://)[^/:?]+", name));
                });
    }

    private Finding look(URI start) {
        URI at = start;
        boolean forGood = true;
        try {
            for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
                Reply reply = reply(at);
                if (!reply.redirects()) {
                    return settled(start, at, forGood, reply.status());
                }
                Optional<URI> next = reply.next(at);
                if (next.isEmpty()) {
                    return new Finding.NotReached("answers " + reply.status() + " and leads to no address ("
                            + reply.location() + ")");
                }
                forGood &= FOR_GOOD.contains(reply.status());
                at = next.get();
            }
            return new Finding.NotReached("redirects more than " + limits.redirects() + " times, at last to " + at);
        } catch (IOException e) {
            return new Finding.NotReached(to(start, at) + why(e));
        }
    }

    private static Finding settled(URI start, URI at, boolean forGood, int status) {
        if (status >= 200 && status < 300) {
            if (at.equals(start)) {
                return new Finding.Good();
            }
            return forGood ? new Finding.Moved(at) : new Finding.Redirected(at);
        }
        String answer = to(start, at) + "answers " + status;
        return GONE.contains(status) ? new Finding.Dead(answer) : new Finding.NotReached(answer);
    }

    private static String to(URI start, URI at) {
        return at.equals(start) ? "" : "leads to " + at + ", which ";
    }

    private String why(IOException failure) {
        return switch (failure) {
            case HttpTimeoutException late -> "gives no answer within " + limits.timeout().toString().substring(2)
                    .toLowerCase(Locale.ROOT);
            case SSLException broken -> "has a certificate or TLS that does not hold (" + broken.getMessage() + ")";
            case ConnectException closed -> "takes no connection";
            default -> "breaks the connection (" + failure + ")";
        };
    }

    private Reply reply(URI at) throws IOException {
        Reply head = turns.take(site(at), () -> send("HEAD", at));
        return head.status() < REFUSED ? head : turns.take(site(at), () -> send("GET", at));
    }

    private Reply send(String method, URI at) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(at).method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(limits.timeout()).header("User-Agent", AGENT).header("Accept", "*/*").build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream unread = response.body()) {
            return new Reply(response.statusCode(), response.headers().firstValue("Location").orElse(""));
        }
    }

    private static String site(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT) + ":" + uri.getPort();
    }

    /** The address that a text is, with what is not ASCII percent-encoded. */
    private static Optional<URI> uri(String text) {
        try {
            URI uri = URI.create(URI.create(text.strip().replace(" ", "%20")).toASCIIString());
            return isOfTheWeb(uri) ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfTheWeb(URI uri) {
        return uri.getHost() != null && ("http".equalsIgnoreCase(uri.getScheme())
                || "https".equalsIgnoreCase(uri.getScheme()));
    }

    /**
     * The head of an answer.
     *
     * @param location empty when it names none
     */
    private record Reply(int status, String location) {

        boolean redirects() {
            return FOR_GOOD.contains(status) || FOR_NOW.contains(status);
        }

        Optional<URI> next(URI from) {
            try {
                return location.isBlank()
                        ? Optional.empty()
                        : uri(from.resolve(location.strip().replace(" ", "%20")).toString());
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
