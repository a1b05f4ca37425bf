package fr.juliu.web.desk;

import fr.juliu.keep.Complaint;
import fr.juliu.keep.KeeperFigures;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Feedback with its reason in words to read.
 *
 * @param reason empty when none is told
 * @param link   the web address behind it; null when there is none
 */
record Told(KeeperFigures.Useless given, String reason, @Nullable String link) {

    private static final Set<String> WEB = Set.of("http", "https");

    static Told of(KeeperFigures.Useless given) {
        String reason = Objects.requireNonNullElse(given.reason(), "").strip();
        int last = reason.lastIndexOf(' ') + 1;
        String link = reason.substring(last);
        return isWeb(link)
                ? new Told(given, Complaint.told(reason.substring(0, last).strip()), link)
                : new Told(given, Complaint.told(reason), null);
    }

    /** Whether the reader says that the answer was right once. */
    public boolean outdated() {
        return reason.contains("过时");
    }

    private static boolean isWeb(String text) {
        try {
            URI address = new URI(text);
            String scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
            return WEB.contains(scheme) && address.getHost() != null && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
