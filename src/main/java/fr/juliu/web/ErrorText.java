package fr.juliu.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** What is told of a request that is not answered: on a page to readers, as problem+json to programs. */
public final class ErrorText {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final JsonMapper json;
    private final String home;

    /**
     * The texts of this app.
     *
     * @param home the path that all paths of this app begin with, or nothing
     */
    public ErrorText(JsonMapper json, String home) {
        this.json = json;
        this.home = home;
    }

    /** A text with its type. */
    public record Told(MediaType type, String text) {
    }

    /**
     * The text for a status.
     *
     * @param path    as the request had it
     * @param accepts what it said that it takes
     */
    public Told of(HttpStatus status, String path, List<String> accepts) {
        if (!wantsProblem(path, accepts)) {
            return new Told(HTML, page(words(status)));
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words(status));
        problem.setInstance(address(path));
        return new Told(MediaType.APPLICATION_PROBLEM_JSON, json.writeValueAsString(problem));
    }

    /** Whether a program asked, which is told in JSON. */
    boolean wantsProblem(String path, List<String> accepts) {
        return path.startsWith(home + "/api/") || path.startsWith(home + "/actuator")
                || accepts.stream().anyMatch(accept -> accept.contains("json"));
    }

    /** The path as an address; null where it can be none. */
    private static @Nullable URI address(String path) {
        try {
            return new URI(path);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private String page(String words) {
        return """
                <!doctype html>
                <html lang="zh-Hans">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>居留 Juliu</title>
                <meta name="color-scheme" content="light dark">
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="%1$s/base.css">
                <link rel="stylesheet" href="%1$s/pages.css">
                </head>
                <body>
                <header>
                <a class="home" href="%1$s/"><span>居留 <span lang="fr">Juliu</span></span></a>
                <nav aria-label="网站"><a href="%1$s/">提问</a><a href="%1$s/list">名单</a><a href="%1$s/a">文章</a></nav>
                </header>
                <main>
                <h1>没能打开</h1>
                <p class="notice">%2$s<br><a href="%1$s/">去提问</a></p>
                </main>
                </body>
                </html>
                """.formatted(home, words);
    }

    private static String words(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "这里没有这个页面。";
            case METHOD_NOT_ALLOWED -> "这个地址不支持这种请求方法；提问请用 POST /api/ask。";
            case REQUEST_TIMEOUT -> "请求来得太慢，没能收完。请检查网络后再试。";
            case CONTENT_TOO_LARGE -> "请求太大了，最多 64 KB，请写短一点再发。";
            case UNSUPPORTED_MEDIA_TYPE -> "请求要用 JSON，请把 Content-Type 设为 application/json。";
            case SERVICE_UNAVAILABLE -> "现在问的人太多，或者正忙不过来，请过一会儿再试，谢谢。";
            default -> status.is4xxClientError()
                    ? "这个请求没能读懂，请检查后再试。"
                    : "我这边出了点问题，不是您的错。请过一会儿再试。";
        };
    }
}
