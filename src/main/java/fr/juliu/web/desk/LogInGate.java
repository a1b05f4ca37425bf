package fr.juliu.web.desk;

import fr.juliu.web.ClientAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
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

/** Lets so many passwords of one address through as the limit allows, and opens the desk for 2 idle hours. */
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

    private final LogInLimit limit;
    private final ClientAddress addresses;

    LogInGate(LogInLimit limit, ClientAddress addresses) {
        this.limit = limit;
        this.addresses = addresses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LOG_IN.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = limit.count(address(request));
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
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
        limit.forgive(address(request));
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

    private String address(HttpServletRequest request) {
        return addresses.of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }
}
