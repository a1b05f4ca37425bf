package fr.juliu.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Takes the updates that Telegram sends; one that is not handled to its end, Telegram is told to send again. */
@RestController
@Conditional(TokenIsSet.class)
@ConditionalOnProperty(name = "juliu.telegram.mode", havingValue = "webhook")
final class WebhookController {

    static final String PATH = "/telegram";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);
    private static final int LARGEST = 1024 * 1024;
    private static final long PATIENCE_SECONDS = 50;

    private final byte[] secret;
    private final Function<Update, CompletableFuture<Void>> handler;

    @Autowired
    WebhookController(TelegramSettings settings, UpdateHandler handler) {
        this(settings.webhookSecret(), handler::handle);
    }

    WebhookController(String secret, Function<Update, CompletableFuture<Void>> handler) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.handler = handler;
    }

    @PostMapping(PATH)
    ResponseEntity<Void> take(
            @RequestHeader(name = "X-Telegram-Bot-Api-Secret-Token", required = false) @Nullable String shown,
            HttpServletRequest request) throws IOException {
        if (shown == null || !MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8))) {
            return answer(HttpStatus.UNAUTHORIZED);
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        JsonNode update = parsed(body);
        return answer(update.path("update_id").isInt() ? handled(BotQueries.update(update)) : HttpStatus.BAD_REQUEST);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return BotQueries.JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    HttpStatus handled(Update update) {
        try {
            handler.apply(update).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return HttpStatus.OK;
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Telegram is to send update {} again", update.getUpdateId());
            return HttpStatus.INTERNAL_SERVER_ERROR;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
