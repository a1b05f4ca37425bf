package fr.juliu.keep.links;

import java.time.Duration;
import java.util.Map;

/**
 * How much a look at many addresses may ask of the network.
 *
 * @param atOnce     sites looked at at the same time
 * @param pause      between two requests to one site
 * @param timeout    how long an answer may take
 * @param redirects  how many are followed
 * @param giveUp     after so many addresses of a site in a row that were not reached, its others are not tried
 * @param movedSites sites that moved as a whole, from the old name to the new one; names below them moved along
 */
public record LinkLimits(int atOnce, Duration pause, Duration timeout, int redirects, int giveUp,
        Map<String, String> movedSites) {

    public LinkLimits {
        requireAtLeast(1, atOnce, "at-once");
        requireAtLeast(0, redirects, "redirects");
        requireAtLeast(1, giveUp, "give-up");
        if (pause.isNegative()) {
            throw new IllegalArgumentException("juliu.links.pause must not be negative; it is " + pause);
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("juliu.links.timeout must be more than nothing; it is " + timeout);
        }
        movedSites = Map.copyOf(movedSites);
    }

    private static void requireAtLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "juliu.links." + name + " must be at least " + least + "; it is " + value);
        }
    }
}
