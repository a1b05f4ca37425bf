package fr.juliu.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The last that hears of a request on which something breaks. What its sender did wrong is his to hear, and no line in
 * the log; what went wrong here is logged with its trace, but each kind once a minute, however often it is provoked.
 */
@Order(Mishaps.ORDER)
final class Mishaps extends OncePerRequestFilter {

    /** Behind the filter that says how parameters are written. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int KINDS = 100;

    private final Cache<Kind, AtomicLong> told;
    private final AtomicLong untold = new AtomicLong();

    Mishaps(Ticker ticker) {
        told = Caffeine.newBuilder().expireAfterWrite(MINUTE).maximumSize(KINDS).ticker(ticker).build();
    }

    /** A failure by what it is and where it began. */
    private record Kind(Class<?> type, String place) {

        static Kind of(Throwable failure) {
            Throwable first = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
            return new Kind(first.getClass(),
                    Stream.of(first.getStackTrace()).map(StackTraceElement::toString).findFirst().orElse(""));
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            // parameters that cannot be read are refused here, and not wherever somebody first asks for one
            request.getParameterMap();
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            refuse(response, isOfTheSender(e) ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR, e);
        }
    }

    private void refuse(HttpServletResponse response, HttpStatus status, Exception failure) throws IOException {
        if (status.is5xxServerError()) {
            tell(failure);
        }
        if (!response.isCommitted()) {
            response.sendError(status.value());
        }
    }

    private void tell(Exception failure) {
        AtomicLong times = told.get(Kind.of(failure), kind -> new AtomicLong());
        if (times.incrementAndGet() == 1) {
            LOG.error("A request failed ({} more did that were not told)", untold.getAndSet(0), failure);
        } else {
            untold.incrementAndGet();
        }
    }

    /** Whether it is the sender that went away or sent what nobody can read. */
    private static boolean isOfTheSender(Exception failure) {
        return causes(failure).anyMatch(cause -> switch (cause) {
            case ClientAbortException gone -> true;
            case BadRequestException bad -> true;
            case InvalidParameterException bad -> true;
            case ErrorResponse answer -> answer.getStatusCode().is4xxClientError();
            default -> false;
        });
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
