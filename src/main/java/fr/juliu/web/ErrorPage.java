package fr.juliu.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is shown for a request that no other part answers: a page to readers, problem+json to programs. */
@RestController
final class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<?> show(HttpServletRequest request) {
        HttpStatus status = status(request);
        var response = ResponseEntity.status(status).cacheControl(CacheControl.noStore());
        if (wantsProblem(request)) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words(status));
            problem.setInstance(URI.create(failedPath(request)));
            return response.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
        }
        return response.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page(request.getContextPath(), words(status)));
    }

    /** The status of the failed request; whoever asks for this page itself asks for nothing. */
    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static boolean wantsProblem(HttpServletRequest request) {
        String path = failedPath(request);
        return path.startsWith(request.getContextPath() + "/api/")
                || path.startsWith(request.getContextPath() + "/actuator")
                || Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
                        .anyMatch(accept -> accept.contains("json"));
    }

    private static String failedPath(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }

    private static String page(String home, String words) {
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
            case UNSUPPORTED_MEDIA_TYPE -> "请求要用 JSON，请把 Content-Type 设为 application/json。";
            default -> status.is4xxClientError()
                    ? "这个请求没能读懂，请检查后再试。"
                    : "我这边出了点问题，不是您的错。请过一会儿再试。";
        };
    }
}
