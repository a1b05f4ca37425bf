package fr.juliu.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that is not answered; its detail tells the asker why, in Chinese. */
final class RefusedException extends RuntimeException {

    private final HttpStatus status;
    private final String detail;
    private final @Nullable Duration wait;

    RefusedException(HttpStatus status, String detail) {
        this(status, detail, null);
    }

    RefusedException(HttpStatus status, String detail, @Nullable Duration wait) {
        super(detail);
        this.status = status;
        this.detail = detail;
        this.wait = wait;
    }

    HttpStatus status() {
        return status;
    }

    String detail() {
        return detail;
    }

    /** How long to wait before asking again; null where waiting is of no use. */
    @Nullable
    Duration waiting() {
        return wait;
    }
}
