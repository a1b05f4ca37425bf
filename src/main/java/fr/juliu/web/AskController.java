package fr.juliu.web;

import fr.juliu.answer.AnswerDocument;
import fr.juliu.answer.Reply;
import fr.juliu.chat.AskLimit;
import fr.juliu.chat.Asking;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Answers a question over HTTP. */
@RestController
final class AskController {

    private static final int LARGEST_BODY = 64 * 1024;

    private final Asking asking;
    private final AskLimit limit;
    private final ClientAddress addresses;
    private final JsonMapper json;

    AskController(Asking asking, AskLimit limit, ClientAddress addresses,
            JsonMapper json) {
        this.asking = asking;
        this.limit = limit;
        this.addresses = addresses;
        this.json = json;
    }

    @PostMapping(path = "/api/ask", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerDocument> ask(HttpServletRequest http) throws IOException {
        count(http);
        AskRequest request = AskRequest.read(body(http), json);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore())
                .body(AnswerDocument.of(request.id(), reply(request), request.explain()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(RefusedException refused) {
        var response = ResponseEntity.status(refused.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore());
        if (refused.waiting() != null) {
            response.header(HttpHeaders.RETRY_AFTER, String.valueOf(refused.waiting().toSeconds()));
        }
        return response.body(ProblemDetail.forStatusAndDetail(refused.status(), refused.detail()));
    }

    private void count(HttpServletRequest http) {
        String address = addresses.of(http.getRemoteAddr(), Collections.list(http.getHeaders("X-Forwarded-For")));
        limit.count(address).ifPresent(refusal -> {
            throw new RefusedException(HttpStatus.TOO_MANY_REQUESTS, "问得有点快，请等 " + refusal.seconds() + " 秒再问，谢谢。",
                    Duration.ofSeconds(refusal.seconds()));
        });
    }

    private static byte[] body(HttpServletRequest http) throws IOException {
        byte[] body = http.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new RefusedException(HttpStatus.CONTENT_TOO_LARGE,
                    "请求太大了，最多 " + LARGEST_BODY / 1024 + " KB，请写短一点再问。");
        }
        return body;
    }

    private Reply reply(AskRequest request) {
        return asking.ask(request.question(), request.conversation(), "web");
    }
}
