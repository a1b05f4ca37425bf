package fr.juliu.web;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The headers that keep a browser from doing with our pages what they do not ask for. */
public final class SecurityHeaders {

    /** The one page that other sites may frame. */
    public static final String FRAMED = "/widget";

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors ";

    private final String framed;
    private final Supplier<List<String>> framers;

    /**
     * The headers of this app.
     *
     * @param home    the path that all paths of this app begin with, or nothing
     * @param framers origins that may frame {@link #FRAMED}; nobody may frame anything else
     */
    SecurityHeaders(String home, Supplier<List<String>> framers) {
        this.framed = home + FRAMED;
        this.framers = framers;
    }

    /** Writes the headers of the response to a request for such a path. */
    public void write(String path, BiConsumer<String, String> header) {
        List<String> origins = path.equals(framed) ? framers.get() : List.of();
        header.accept("Content-Security-Policy",
                CONTENT_SECURITY_POLICY + (origins.isEmpty() ? "'none'" : String.join(" ", origins)));
        header.accept("X-Content-Type-Options", "nosniff");
        if (origins.isEmpty()) {
            header.accept("X-Frame-Options", "DENY");
        }
        header.accept("Referrer-Policy", "no-referrer");
        header.accept("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    }
}
