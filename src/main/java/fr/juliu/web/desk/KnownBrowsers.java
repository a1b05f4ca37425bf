package fr.juliu.web.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The browsers that were let in since the start; a cookie tells them, which opens nothing by itself. */
final class KnownBrowsers {

    private static final String COOKIE = "desk-known";
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int MOST = 1000;

    private final Cache<String, Boolean> known = Caffeine.newBuilder().expireAfterAccess(KEPT).maximumSize(MOST)
            .build();
    private final boolean https;

    /**
     * No browsers yet.
     *
     * @param https whether browsers come by HTTPS alone
     */
    KnownBrowsers(boolean https) {
        this.https = https;
    }

    /** What a known browser is told by; empty for one that is not known. */
    Optional<String> of(HttpServletRequest request) {
        return cookie(request, COOKIE).filter(id -> known.getIfPresent(id) != null);
    }

    /** A cookie's value. */
    static Optional<String> cookie(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue).findFirst();
    }

    /** Knows a browser from now on. */
    void add(HttpServletRequest request, HttpServletResponse response) {
        if (of(request).isPresent()) {
            return;
        }
        String id = UUID.randomUUID().toString();
        known.put(id, true);
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, id).path(request.getContextPath() + "/desk").httpOnly(true)
                        .sameSite("Strict").secure(https || request.isSecure()).maxAge(KEPT).build().toString());
    }
}
