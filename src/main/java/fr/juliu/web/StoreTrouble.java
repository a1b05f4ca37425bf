package fr.juliu.web;

import fr.juliu.store.StoreUnavailableException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What is said to whoever needs the store while it does not work; to the operator, the store itself tells it. */
@ControllerAdvice
final class StoreTrouble {

    private static final String SECONDS = "60";

    @ExceptionHandler(StoreUnavailableException.class)
    void tell(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
