package fr.juliu.web.door;

import fr.juliu.web.ClientAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets so many requests be answered at a time, and refuses those that there is no room for. */
final class AnswerGate extends OncePerRequestFilter {

    private final Places places;
    private final ClientAddress addresses;
    private final List<String> open;

    /**
     * A gate.
     *
     * @param open paths, and those below them, that it does not stand before
     */
    AnswerGate(Places places, ClientAddress addresses, List<String> open) {
        this.places = places;
        this.addresses = addresses;
        this.open = open;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return open.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Answering answering = new Answering(request, response, chain, Thread.currentThread().getContextClassLoader());
        if (!places.answer(addresses.of(request), answering)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Places.PAUSE.toSeconds()));
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        answering.rethrow();
    }

    /** The rest of the chain, to be gone through by another thread. */
    private static final class Answering implements Runnable {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final FilterChain chain;
        private final ClassLoader loader;
        private volatile @Nullable Throwable failure;

        Answering(HttpServletRequest request, HttpServletResponse response, FilterChain chain, ClassLoader loader) {
            this.request = request;
            this.response = response;
            this.chain = chain;
            this.loader = loader;
        }

        @Override
        public void run() {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(loader);
            try {
                chain.doFilter(request, response);
            } catch (ServletException | IOException | RuntimeException | Error e) {
                failure = e;
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }

        /** Lets what went wrong go on where the request came in. */
        void rethrow() throws ServletException, IOException {
            switch (failure) {
                case null -> {
                }
                case ServletException e -> throw e;
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
    }
}
