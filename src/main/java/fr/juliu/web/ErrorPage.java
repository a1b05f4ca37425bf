package fr.juliu.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is shown for a request that no other part answers. */
@RestController
final class ErrorPage implements ErrorController {

    private final ErrorText texts;

    ErrorPage(ErrorText texts) {
        this.texts = texts;
    }

    @RequestMapping("/error")
    ResponseEntity<String> show(HttpServletRequest request) {
        HttpStatus status = status(request);
        ErrorText.Told told = texts.of(status, failedPath(request),
                Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).contentType(told.type())
                .body(told.text());
    }

    /** The status of the failed request; whoever asks for this page itself asks for nothing. */
    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String failedPath(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }
}
