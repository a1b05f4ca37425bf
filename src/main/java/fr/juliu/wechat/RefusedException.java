package fr.juliu.wechat;

import org.springframework.http.HttpStatus;

/** A request that is not taken; WeChat's own never are such. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;

    RefusedException(HttpStatus status) {
        super(status.getReasonPhrase(), null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
