package fr.juliu.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** The headers that keep a browser from doing with our pages what they do not ask for. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SecurityHeaders extends OncePerRequestFilter {

    /** The one page that other sites may frame. */
    static final String FRAMED = "/widget";

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors ";

    private final Supplier<List<String>> framers;

    /**
     * The headers of this app.
     *
     * @param framers origins that may frame {@link #FRAMED}; nobody may frame anything else
     */
    SecurityHeaders(Supplier<List<String>> framers) {
        this.framers = framers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> origins = framers.get();
        boolean framed = !origins.isEmpty() && request.getRequestURI().equals(request.getContextPath() + FRAMED);
        response.setHeader("Content-Security-Policy",
                CONTENT_SECURITY_POLICY + (framed ? String.join(" ", origins) : "'none'"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!framed) {
            response.setHeader("X-Frame-Options", "DENY");
        }
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        chain.doFilter(request, response);
    }
}
