package fr.juliu.keep.links;

import java.net.URI;

/** What became of an address. */
public sealed interface Finding {

    /** Its page is there. */
    record Good() implements Finding {
    }

    /**
     * Its page moved for good, as the site says.
     *
     * @param to where it is now
     */
    record Moved(URI to) implements Finding {
    }

    /**
     * Its whole site moved to another name.
     *
     * @param to where the page is now
     */
    record SiteMoved(URI to) implements Finding {
    }

    /**
     * Readers are sent elsewhere for now.
     *
     * @param to where to
     */
    record Redirected(URI to) implements Finding {
    }

    /**
     * Its page is gone.
     *
     * @param why in English
     */
    record Dead(String why) implements Finding {
    }

    /**
     * Nobody can tell: the site did not answer, or not to a program.
     *
     * @param why in English
     */
    record NotReached(String why) implements Finding {
    }

    /** Whether a page was seen in the end. */
    default boolean isSeen() {
        return switch (this) {
            case Good good -> true;
            case Moved moved -> true;
            case SiteMoved moved -> true;
            case Redirected redirected -> true;
            case Dead dead -> false;
            case NotReached notReached -> false;
        };
    }
}
