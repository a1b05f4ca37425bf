package fr.juliu.chat;

import fr.juliu.decide.Chooser;
import fr.juliu.store.Unread;
import org.jspecify.annotations.Nullable;

/** Whose questions a second reader gets: those of people who did not forbid it, in groups that did not. */
final class SecondReaders {

    private final @Nullable Chooser chooser;
    private final Unread unread;

    /**
     * The second reader, with who forbids it.
     *
     * @param chooser null where there is none
     */
    SecondReaders(@Nullable Chooser chooser, Unread unread) {
        this.chooser = chooser;
        this.unread = unread;
    }

    /** Whether there is a second reader at all. */
    boolean isOn() {
        return chooser != null;
    }

    /** The server that gets questions; empty where there is no second reader. */
    String host() {
        return chooser == null ? "" : chooser.host();
    }

    /** Who reads a question over HTTP, too; null for nobody. */
    @Nullable
    Chooser onWeb(boolean wanted) {
        return wanted ? chooser : null;
    }

    /** Who reads a question of a person in a chat, too; null for nobody. */
    @Nullable
    Chooser of(Chat chat, Person person) {
        return chooser == null || forbids(person) || (chat.isGroup() && forbids(chat)) ? null : chooser;
    }

    boolean forbids(Person person) {
        return unread.holds(person.id());
    }

    boolean forbids(Chat group) {
        return unread.holds(group.id());
    }

    void set(Person person, boolean forbidden) {
        unread.set(person.id(), forbidden);
    }

    void set(Chat group, boolean forbidden) {
        unread.set(group.id(), forbidden);
    }
}
