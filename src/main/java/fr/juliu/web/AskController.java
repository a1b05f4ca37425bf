package fr.juliu.web;

import fr.juliu.chat.AskLimit;
import fr.juliu.chat.Asking;
import fr.juliu.chat.ConversationKey;
import fr.juliu.chat.Objection;
import fr.juliu.chat.WayToPerson;
import fr.juliu.chat.WebFeedback;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
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

/** Answers a question over HTTP, and hears whether the answer was of use. */
@RestController
final class AskController {

    private static final int LARGEST_BODY = 64 * 1024;

    private final Asking asking;
    private final WebFeedback feedback;
    private final WayToPerson way;
    private final AskLimit limit;
    private final ClientAddress addresses;
    private final JsonMapper json;

    AskController(Asking asking, WebFeedback feedback, WayToPerson way, AskLimit limit, ClientAddress addresses,
            JsonMapper json) {
        this.asking = asking;
        this.feedback = feedback;
        this.way = way;
        this.limit = limit;
        this.addresses = addresses;
        this.json = json;
    }

    @PostMapping(path = "/api/ask", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerOnWeb> ask(HttpServletRequest http) throws IOException {
        String caller = counted(http);
        AskRequest request = AskRequest.read(body(http), json);
        String talk = request.conversation();
        Reply reply = asking.ask(request.question(),
                talk == null ? null : ConversationKey.overHttp(caller, talk), "web", caller, request.second());
        String id = feedback.remember(request.id(), caller, reply);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore())
                .body(new AnswerOnWeb(AnswerDocument.of(id, reply,
                        request.explain() ? asking.explanation(reply).orElse(null) : null),
                        reply.rich().get(),
                        way.under(reply.answer())));
    }

    @PostMapping(path = "/api/feedback", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> hear(HttpServletRequest http) throws IOException {
        String caller = counted(http);
        FeedbackRequest said = FeedbackRequest.read(body(http), json);
        Objection why = new Objection(said.reason(), said.link());
        String id = said.id();
        String page = said.page();
        if (id != null && !feedback.give(id, caller, said.useful(), why)) {
            throw new RefusedException(HttpStatus.NOT_FOUND, "没有找到这条回答：编号不对，或者过了 48 小时。");
        }
        if (id == null && (page == null || !feedback.giveOfSection(page, caller, said.useful(), why))) {
            throw new RefusedException(HttpStatus.NOT_FOUND, "没有找到这一段：文章改过了，请刷新页面再试。");
        }
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
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

    /** Who asks, by the address, once that is counted and not too much. */
    private String counted(HttpServletRequest http) {
        String address = addresses.of(http.getRemoteAddr(), Collections.list(http.getHeaders("X-Forwarded-For")));
        limit.count(address).ifPresent(refusal -> {
            throw new RefusedException(HttpStatus.TOO_MANY_REQUESTS, "问得有点快，请等 " + refusal.seconds() + " 秒再试，谢谢。",
                    Duration.ofSeconds(refusal.seconds()));
        });
        return address;
    }

    private static byte[] body(HttpServletRequest http) throws IOException {
        byte[] body = http.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new RefusedException(HttpStatus.CONTENT_TOO_LARGE,
                    "请求太大了，最多 " + LARGEST_BODY / 1024 + " KB，请写短一点再发。");
        }
        return body;
    }
}
