package fr.juliu.web.desk;

import fr.juliu.web.Client;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen at the keeper's desk: it keeps cookies, follows no redirect, and comes from an address. */
public final class DeskClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Client client;
    private final String address;
    private final Map<String, String> cookies;

    DeskClient(int port, String address) {
        this(new Client(port), address, new TreeMap<>());
    }

    private DeskClient(Client client, String address, Map<String, String> cookies) {
        this.client = client;
        this.address = address;
        this.cookies = cookies;
    }

    /** The same browser, sent to another replica. */
    DeskClient at(int port) {
        return new DeskClient(new Client(port), address, cookies);
    }

    /** Keeps the first characters of a cookie alone. */
    void cut(String cookie, int length) {
        cookies.computeIfPresent(cookie, (name, value) -> value.substring(0, length));
    }

    HttpResponse<String> get(String path) {
        return send(client.to(path).GET());
    }

    HttpResponse<String> logIn(String password) {
        return post("/desk/login", "username=keeper&password=" + encoded(password));
    }

    /** Sends a form with the token that the desk's pages carry. */
    HttpResponse<String> post(String path, String form) {
        String body = get("/desk").statusCode() == 200 ? get("/desk").body() : get("/desk/login").body();
        Matcher token = TOKEN.matcher(body);
        if (!token.find()) {
            throw new AssertionError("no token in " + body);
        }
        return postWithoutToken(path, form + "&_csrf=" + encoded(token.group(1)));
    }

    HttpResponse<String> postWithoutToken(String path, String form) {
        return send(client.to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie",
                    cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = client.send(request.header("X-Forwarded-For", address));
        for (String set : response.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return response;
    }
}
