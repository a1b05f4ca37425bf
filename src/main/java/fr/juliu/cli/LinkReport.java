package fr.juliu.cli;

import fr.juliu.keep.links.Finding;
import fr.juliu.keep.links.LinkLog;
import fr.juliu.keep.links.LinkLook;
import fr.juliu.keep.links.LinkSurvey;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the addresses of a folder found.
 *
 * @param addresses how many there are
 * @param sites     how many sites they belong to
 * @param good      how many lead where they should
 * @param found     the others, the dead first
 */
record LinkReport(int addresses, int sites, int good, List<Found> found) {

    /** As many places of an address as are told in a line. */
    private static final int MOST = 3;

    /** The kinds of findings that are told, in the order in which they are. */
    enum Kind {
        /** The page is gone. */
        DEAD,
        /** The whole site has another name. */
        SITE_MOVED,
        /** The page moved for good. */
        MOVED,
        /** Readers are sent elsewhere for now. */
        REDIRECTED,
        /** Nobody can tell. */
        NOT_REACHED;

        /** The kind in words. */
        private String told(Words words) {
            return words.tell("link." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /**
     * An address that does not lead where it should.
     *
     * @param to       where it leads now, or should; null when nowhere
     * @param why      it is dead or was not reached; null for others
     * @param lastSeen the day on which it last led somewhere; null when it was never seen to
     * @param places   where it stands, as {@code file:line}
     */
    record Found(Kind kind, String url, @Nullable String to, @Nullable String why, @Nullable String lastSeen,
            List<String> places) {

        private String line(int alike, Words words) {
            String seen = switch (kind) {
                case DEAD, NOT_REACHED ->
                    lastSeen == null ? words.tell("link.never-seen") : words.tell("link.seen", lastSeen);
                case SITE_MOVED, MOVED, REDIRECTED -> "";
            };
            return words.tell(kind == Kind.DEAD ? "error" : "warning")
                    + words.tell("link", places.getFirst(), kind.told(words), url)
                    + (why == null ? "" : " " + why)
                    + (to == null ? "" : words.tell(kind == Kind.REDIRECTED ? "link.leads" : "link.write", to)) + seen
                    + (alike == 0 ? "" : words.tell("link.alike", alike)) + others(words);
        }

        private String others(Words words) {
            List<String> others = places.subList(1, Math.min(places.size(), MOST));
            int more = places.size() - 1 - others.size();
            return (others.isEmpty() ? "" : words.tell("link.also", String.join(", ", others)))
                    + (more == 0 ? "" : words.tell("link.more", more));
        }

        /** What those share that are told in one line. */
        private String group() {
            return kind == Kind.NOT_REACHED ? LinkSurvey.site(url) + " " + why : url;
        }
    }

    /**
     * The report of what was looked at.
     *
     * @param log as it was before the look
     */
    static LinkReport of(List<LinkLook> looks, LinkLog log) {
        List<Found> found = looks.stream().flatMap(look -> found(look, log).stream())
                .sorted(Comparator.comparing(Found::kind)).toList();
        return new LinkReport(looks.size(), LinkSurvey.sites(looks.stream().map(LinkLook::address).toList()),
                looks.size() - found.size(), found);
    }

    /** Whether a page is gone. */
    boolean hasDead() {
        return count(Kind.DEAD) > 0;
    }

    /** The report for a reader; sites that answer no program have one line for all their addresses. */
    List<String> lines(Words words) {
        Map<String, List<Found>> groups = new LinkedHashMap<>();
        found.forEach(each -> groups.computeIfAbsent(each.group(), key -> new ArrayList<>()).add(each));
        List<String> lines = new ArrayList<>();
        groups.values().forEach(group -> lines.add(group.getFirst().line(group.size() - 1, words)));
        StringBuilder summary = new StringBuilder(words.tell("links", addresses, sites, good));
        for (Kind kind : Kind.values()) {
            summary.append(words.tell("links.count", count(kind), kind.told(words)));
        }
        lines.add(summary.toString());
        return lines;
    }

    private long count(Kind kind) {
        return found.stream().filter(each -> each.kind() == kind).count();
    }

    private static List<Found> found(LinkLook look, LinkLog log) {
        return switch (look.finding()) {
            case Finding.Good good -> List.of();
            case Finding.Dead dead -> List.of(found(Kind.DEAD, look, null, dead.why(), log));
            case Finding.SiteMoved site -> List.of(found(Kind.SITE_MOVED, look, site.to(), null, log));
            case Finding.Moved moved -> List.of(found(Kind.MOVED, look, moved.to(), null, log));
            case Finding.Redirected redirected -> List.of(found(Kind.REDIRECTED, look, redirected.to(), null, log));
            case Finding.NotReached missed -> List.of(found(Kind.NOT_REACHED, look, null, missed.why(), log));
        };
    }

    private static Found found(Kind kind, LinkLook look, @Nullable URI to, @Nullable String why, LinkLog log) {
        String url = look.address().url();
        return new Found(kind, url, to == null ? null : to.toString(), why,
                log.lastSeen(url).map(Object::toString).orElse(null), look.address().places());
    }
}
