package fr.juliu.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * Session ids in a cookie, each with a signature by the desk's key: the database, which has the ids, lets nobody in, and
 * a new password ends all sessions.
 */
final class SignedSessionIds implements HttpSessionIdResolver {

    private static final String USE = "session";
    private static final char BEFORE_SIGNATURE = '.';

    private final HttpSessionIdResolver cookies;
    private final Supplier<DeskKey> key;

    SignedSessionIds(HttpSessionIdResolver cookies, Supplier<DeskKey> key) {
        this.cookies = cookies;
        this.key = key;
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        return cookies.resolveSessionIds(request).stream().map(this::id).flatMap(Optional::stream).toList();
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String sessionId) {
        cookies.setSessionId(request, response, sessionId + BEFORE_SIGNATURE + key.get().sign(USE, sessionId));
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        cookies.expireSession(request, response);
    }

    private Optional<String> id(String signed) {
        int dot = signed.indexOf(BEFORE_SIGNATURE);
        String id = signed.substring(0, Math.max(0, dot));
        byte[] signature = key.get().sign(USE, id).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(signature, signed.substring(dot + 1).getBytes(StandardCharsets.UTF_8))
                ? Optional.of(id)
                : Optional.empty();
    }
}
