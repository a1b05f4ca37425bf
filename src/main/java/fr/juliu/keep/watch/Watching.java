package fr.juliu.keep.watch;

import fr.juliu.edition.Edition;
import fr.juliu.knowledge.Permit;
import fr.juliu.store.Ids;
import fr.juliu.store.Listings;
import fr.juliu.store.OutgoingMessage;
import fr.juliu.store.Watch;
import fr.juliu.store.Watches;
import fr.juliu.tell.RichText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Who wants to be told when what the rollout table says of a permit changes, and what is to be told to whom. */
public final class Watching {

    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private final Watches watches;
    private final Listings listings;
    private final Supplier<Edition> edition;
    private final Ids ids;

    /**
     * The watches of a database.
     *
     * @param edition the one that answers now
     */
    public Watching(Watches watches, Listings listings, Supplier<Edition> edition, Ids ids) {
        this.watches = watches;
        this.listings = listings;
        this.edition = edition;
        this.ids = ids;
    }

    /**
     * Where a watcher reads.
     *
     * @param chat    such as {@code telegram:42}
     * @param topic   the topic of a group that has topics; null outside of them
     * @param inGroup whether several people read along
     */
    public record Reader(String messenger, String chat, @Nullable String topic, boolean inGroup) {
    }

    /** What came of a wish. */
    public enum Added {
        /** It is kept. */
        NEW,
        /** It was kept already. */
        KNOWN,
        /** The chat has as many as one may have. */
        TOO_MANY
    }

    /**
     * Keeps a wish, from what the current edition says on.
     *
     * @param permit an id of the catalogue, or {@link Watch#ALL}
     */
    public Added add(Reader reader, String permit) {
        String now = state(permit).state();
        boolean added = watches.add(new Watch(ids.next(), reader.messenger(), reader.chat(), reader.topic(),
                reader.inGroup(), permit, now));
        if (added) {
            return Added.NEW;
        }
        return isKept(reader.chat(), permit) ? Added.KNOWN : Added.TOO_MANY;
    }

    /** Ends a wish; false when there is none. */
    public boolean end(String chat, String permit) {
        return watches.end(chat, permit);
    }

    /** Ends all wishes of a chat; how many there were. */
    public int end(String chat) {
        return watches.end(chat);
    }

    /** The permits that a chat watches, by id. */
    public List<String> of(String chat) {
        return watches.of(chat).stream().map(Watch::permit).toList();
    }

    public boolean isKept(String chat, String permit) {
        return of(chat).contains(permit);
    }

    /** What the current edition lists of a permit. */
    public ListedRows state(String permit) {
        return Optional.ofNullable(ListedRows.of(edition.get()).get(permit))
                .orElseGet(() -> new ListedRows(List.of()));
    }

    /** The name of a permit; of one that is gone from the catalogue, its id. */
    public String name(String permit) {
        return edition.get().catalogue().find(permit).map(Permit::display).orElse(permit);
    }

    /** What an edition says, as it is kept. */
    public static Map<String, String> states(Edition edition) {
        Map<String, String> states = new LinkedHashMap<>();
        ListedRows.of(edition).forEach((permit, rows) -> states.put(permit, rows.state()));
        return states;
    }

    /**
     * Takes down what an edition says, as part of the work that publishes it: from then on watches of what changed are
     * due.
     *
     * @param held whether they are not to be told for now
     */
    public void published(Map<String, String> states, boolean held) {
        listings.take(states, held);
    }

    /** How many chats would be told if an edition were published. */
    public int wouldTell(Edition next) {
        Map<String, String> before = listings.states();
        return states(next).entrySet().stream()
                .filter(now -> before.containsKey(now.getKey()) && !now.getValue().equals(before.get(now.getKey())))
                .mapToInt(now -> watches.differing(now.getKey(), now.getValue())).sum();
    }

    /** How many watches wait. */
    public Listings.Waiting waiting() {
        return listings.waiting();
    }

    /** Lets those be told that were held. */
    public void release() {
        listings.release();
    }

    /** Takes those for told that were held. */
    public void skip() {
        listings.skip();
    }

    /** What is to be told by a messenger, what waits longest first. */
    public List<Notice> due(String messenger, int most) {
        return most > 0 ? notices(watches.due(messenger, most)) : List.of();
    }

    /** How many messages to watchers are on their way. */
    public int queued(String messenger) {
        return watches.queued(messenger);
    }

    /** What is to be told in a chat. */
    public List<Notice> dueIn(String chat) {
        return notices(watches.dueIn(chat));
    }

    /** Puts the message of a notice into the outbox, unless it was queued meanwhile or tells what is past. */
    public boolean queue(Notice notice, OutgoingMessage message) {
        return watches.queue(notice.due(), message);
    }

    /** Notes that a notice was told in another way; false when it was meanwhile. */
    public boolean told(Notice notice) {
        return watches.told(notice.due());
    }

    /** Takes back that a notice was told, which did not get there. */
    public void untold(Notice notice) {
        watches.untold(notice.due());
    }

    /** A change of the table. */
    public record DatedChange(Instant at, List<ListedChange> changes) {
    }

    /**
     * How what is said of a permit changed, the newest first.
     *
     * @param permit an id of the catalogue, or {@link Watch#ALL}
     */
    public List<DatedChange> history(String permit) {
        return listings.steps(permit).stream()
                .map(step -> new DatedChange(step.at(), changes(step.earlier(), step.state())))
                .filter(change -> !change.changes().isEmpty()).toList();
    }

    private List<Notice> notices(List<Watches.Due> due) {
        List<Notice> notices = new ArrayList<>();
        for (Watches.Due each : due) {
            List<ListedChange> changes = changes(each.watch().told(), each.state());
            if (changes.isEmpty()) {
                // the same said in another way: nothing to tell of
                watches.told(each);
            } else {
                RichText text = NoticeText.of(each.watch(), changes, edition.get());
                notices.add(new Notice(each, text));
            }
        }
        return notices;
    }

    private static List<ListedChange> changes(String before, String now) {
        try {
            return ListedRows.read(before).changesTo(ListedRows.read(now));
        } catch (JacksonException e) {
            LOG.warn("What the table said was written by another version, and the change is not told");
            return List.of();
        }
    }
}
