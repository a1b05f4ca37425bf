package fr.juliu.chat;

import fr.juliu.keep.Complaint;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has against an answer.
 *
 * @param reason a {@link Complaint}, or free text; null for none
 * @param link   to what is newer than the answer; null for none
 */
public record Objection(@Nullable String reason, @Nullable String link) {

    private static final int LONGEST_LINK = 500;

    /** Whether it is a whole address of the web, without a name or password. */
    public static boolean isLink(String text) {
        try {
            URI address = URI.create(text);
            String scheme = address.getScheme();
            return text.length() <= LONGEST_LINK
                    && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                    && address.getRawAuthority() != null && address.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** As it is stored; a link alone says that there is something newer. */
    public @Nullable String stored() {
        String why = reason == null ? null : Complaint.of(reason).map(Complaint::key).orElse(reason);
        if (link == null) {
            return why;
        }
        return (why == null ? Complaint.OUTDATED.key() : why) + " " + link;
    }
}
