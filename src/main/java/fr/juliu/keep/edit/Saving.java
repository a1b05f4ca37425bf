package fr.juliu.keep.edit;

import org.jspecify.annotations.Nullable;

/** What came of a save. */
public sealed interface Saving {

    /**
     * It is saved.
     *
     * @param commit the first digits of the commit; null when there is none
     * @param former where the former text is kept; null when it is in git, or there was none
     * @param note   what the keeper should know besides, in Chinese; empty for nothing
     */
    record Saved(@Nullable String commit, @Nullable String former, String note) implements Saving {
    }

    /** Nothing was to be changed. */
    record Unchanged() implements Saving {
    }

    /**
     * Nothing is saved: a file changed since the edit began.
     *
     * @param file which
     * @param now  what it holds now; empty when it is gone
     */
    record Stale(FileName file, String now) implements Saving {
    }

    /**
     * Nothing is saved.
     *
     * @param why in Chinese, with what to do
     */
    record Refused(String why) implements Saving {
    }
}
