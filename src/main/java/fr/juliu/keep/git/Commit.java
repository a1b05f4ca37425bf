package fr.juliu.keep.git;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The commit that a folder stands at.
 *
 * @param id     its first digits
 * @param at     when it was made
 * @param edited whether files of the folder differ from it
 */
public record Commit(String id, Instant at, boolean edited) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
            .withZone(ZoneId.of("Europe/Paris"));

    /** It in words for the keeper. */
    public String told() {
        return "提交 " + id + "（" + TIME.format(at) + "）" + (edited ? "，另有还没提交的改动" : "");
    }
}
