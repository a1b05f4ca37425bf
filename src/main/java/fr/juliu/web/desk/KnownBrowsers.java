package fr.juliu.web.desk;

import fr.juliu.store.Claims;
import fr.juliu.tell.Digest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The browsers that were let in, by any replica; a cookie tells them, which opens nothing by itself. */
final class KnownBrowsers {

    private static final String COOKIE = "desk-known";
    private static final Duration KEPT = Duration.ofDays(180);

    private final Claims known;
    private final boolean https;

    /**
     * The browsers of a database.
     *
     * @param https whether browsers come by HTTPS alone
     */
    KnownBrowsers(Claims known, boolean https) {
        this.known = known;
        this.https = https;
    }

    /** What a known browser is told by; empty for one that is not known. */
    Optional<String> of(HttpServletRequest request) {
        return cookie(request, COOKIE).filter(id -> known.isClaimed(claim(id)));
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
        known.claim(claim(id), KEPT);
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, id).path(request.getContextPath() + "/desk").httpOnly(true)
                        .sameSite("Strict").secure(https || request.isSecure()).maxAge(KEPT).build().toString());
    }

    /** A hash: what the database holds makes no browser known. */
    private static String claim(String id) {
        return "desk-known:" + Digest.of(id);
    }
}
