package fr.juliu.web.door;

import fr.juliu.web.ErrorText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Tomcat's report of a request that it refuses itself, in the words and with the headers of all others. */
final class ErrorReport extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    private final ErrorText texts;

    ErrorReport(ErrorText texts) {
        this.texts = texts;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()
                || !isHeard(response)) {
            return;
        }
        try {
            write(response, texts.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status,
                    String.valueOf(request.getRequestURI()),
                    Collections.list(request.getCoyoteRequest().getMimeHeaders().values(HttpHeaders.ACCEPT))));
        } catch (IOException e) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, e);
        }
    }

    private static void write(Response response, ErrorText.Told told) throws IOException {
        response.resetBuffer(true);
        response.setContentType(told.type().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(told.text().getBytes(StandardCharsets.UTF_8));
        response.finishResponse();
    }

    private static boolean isHeard(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }
}
