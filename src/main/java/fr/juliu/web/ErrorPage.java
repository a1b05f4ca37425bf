package fr.juliu.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/** What is shown for a request that no other part answers. */
@RestController
final class ErrorPage implements ErrorController {

    /** The page in place of one that is not there. */
    private static final String MISSING = "/missing";

    private final ErrorText texts;

    ErrorPage(ErrorText texts) {
        this.texts = texts;
    }

    @RequestMapping("/error")
    Object show(HttpServletRequest request) {
        HttpStatus status = status(request);
        if (status == HttpStatus.NOT_FOUND && isForReaders(request)) {
            return new ModelAndView("forward:" + MISSING);
        }
        ErrorText.Told told = texts.of(status, failedPath(request),
                Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).contentType(told.type())
                .body(told.text());
    }

    /** Whether it was a page that was looked for, and not something for a program. */
    private boolean isForReaders(HttpServletRequest request) {
        return List.of("GET", "HEAD").contains(request.getMethod())
                && !texts.wantsProblem(failedPath(request), Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
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
