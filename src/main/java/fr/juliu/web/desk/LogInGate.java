package fr.juliu.web.desk;

import fr.juliu.web.ClientAddress;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets so many passwords through as the limit allows, and opens the desk for 2 idle hours. */
final class LogInGate extends OncePerRequestFilter
        implements
            AuthenticationSuccessHandler,
            AuthenticationFailureHandler,
            AccessDeniedHandler {

    /** The request attribute with the seconds to wait. */
    static final String WAIT = "desk.wait";
    /** The request attribute that says that a page was too old. */
    static final String STALE = "desk.stale";

    /** Matches as the log-in itself does, however the path is written. */
    private static final RequestMatcher LOG_IN = PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/desk/login");
    private static final Logger LOG = LoggerFactory.getLogger(LogInGate.class);
    private static final Duration IDLE = Duration.ofHours(2);
    /** The cookie of the token that forms carry. */
    static final String TOKEN = "desk-token";
    private static final int TOKEN_LENGTH = 36;

    private final LogInLimit limit;
    private final KnownBrowsers browsers;
    private final ClientAddress addresses;
    private final Bucket lines = Bucket.builder()
            .addLimit(line -> line.capacity(1).refillIntervally(1, Duration.ofMinutes(1))).build();

    LogInGate(LogInLimit limit, KnownBrowsers browsers, ClientAddress addresses) {
        this.limit = limit;
        this.browsers = browsers;
        this.addresses = addresses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LOG_IN.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = limit.count(guesser(request));
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (lines.tryConsume(1)) {
            LOG.warn(
                    "Log-ins to the desk are refused for a while: too many wrong passwords from one address; if that is"
                            + " your proxy's, name it in juliu.trusted-proxies");
        }
        long seconds = wait.get().toSeconds() + 1;
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        request.setAttribute(WAIT, seconds);
        request.getRequestDispatcher("/desk/wait").forward(request, response);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
            Authentication authentication) throws IOException {
        limit.forgive(guesser(request));
        browsers.add(request, response);
        request.getSession().setMaxInactiveInterval((int) IDLE.toSeconds());
        response.sendRedirect(request.getContextPath() + "/desk");
    }

    /** Tells the browser, and the operator: without the address, which is a person's. */
    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException failure) throws IOException {
        LOG.warn("A log-in to the desk was refused: wrong password");
        response.sendRedirect(request.getContextPath() + "/desk/login?wrong");
    }

    /** Shows the door in place of a page whose token is no longer good, such as after a log-out in another tab. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        request.setAttribute(STALE, true);
        request.getRequestDispatcher("/desk/wait").forward(request, response);
    }

    private LogInLimit.Guesser guesser(HttpServletRequest request) {
        String address = addresses.of(request);
        return browsers.of(request).map(id -> new LogInLimit.Guesser(address, id, true))
                .orElseGet(() -> new LogInLimit.Guesser(address, token(request), false));
    }

    /** The token that tells one browser's pages from another's; whoever makes one up is told by that. */
    private static String token(HttpServletRequest request) {
        return KnownBrowsers.cookie(request, TOKEN).filter(token -> token.length() == TOKEN_LENGTH).orElse("");
    }
}
