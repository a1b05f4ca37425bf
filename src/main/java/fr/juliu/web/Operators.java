package fr.juliu.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.security.Principal;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who is told how the app is in detail, and reads its metrics: who asks from an operator's address, and did not come through a proxy. */
final class Operators extends OncePerRequestFilter {

    /** The role that application.yml asks for. */
    static final String ROLE = "operator";

    private static final String HEALTH = "/actuator/health";
    private static final List<String> TRACES = List.of(ClientAddress.FORWARDED, "Forwarded", "X-Real-IP", "Via");

    private final Supplier<List<Network>> networks;

    Operators(Supplier<List<Network>> networks) {
        this.networks = networks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOperator(request)) {
            chain.doFilter(new Known(request), response);
        } else if (isOpen(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Health tells everybody a word; of what else there is, strangers learn nothing. */
    private static boolean isOpen(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }

    private boolean isOperator(HttpServletRequest request) {
        return TRACES.stream().allMatch(trace -> request.getHeader(trace) == null) && networks.get().stream()
                .anyMatch(network -> network.contains(InetAddress.ofLiteral(request.getRemoteAddr())));
    }

    /** A request of an operator. */
    private static final class Known extends HttpServletRequestWrapper {

        Known(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> ROLE;
        }

        @Override
        public boolean isUserInRole(String role) {
            return role.equals(ROLE);
        }
    }
}
