package fr.juliu.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.juliu.decide.NamedEntry;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.Qualifier;
import fr.juliu.knowledge.RolloutEntry;
import fr.juliu.picture.Timeline;
import fr.juliu.picture.TimelinePicture;
import fr.juliu.picture.TimelineRow;
import fr.juliu.picture.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pictures of the current edition, each drawn when it is first asked for and kept as long as the edition. */
public final class Pictures {

    private final CurrentEdition current;
    /** By identity: for the current edition and the one before. */
    private final Cache<Edition, Optional<Png>> light = Caffeine.newBuilder().weakKeys().maximumSize(2).build();
    private final Cache<Edition, Optional<Png>> dark = Caffeine.newBuilder().weakKeys().maximumSize(2).build();

    public Pictures(CurrentEdition current) {
        this.current = current;
    }

    /**
     * A picture as a PNG file.
     *
     * @param edition the id of the edition that it shows
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Png(String edition, byte[] bytes) {
    }

    /** The picture; empty when the knowledge has nothing to show on it. */
    public Optional<Png> find(Picture picture) {
        return switch (picture) {
            case TIMELINE -> light.get(current.get(), edition -> timeline(edition, Tone.LIGHT));
            case TIMELINE_DARK -> dark.get(current.get(), edition -> timeline(edition, Tone.DARK));
        };
    }

    /** Whether the knowledge has something to show on the picture, which need not be drawn to know it. */
    public boolean has(Picture picture) {
        return switch (picture) {
            case TIMELINE, TIMELINE_DARK -> !current.get().rollout().isEmpty();
        };
    }

    private static Optional<Png> timeline(Edition edition, Tone tone) {
        List<TimelineRow> rows = edition.rollout().stream().map(Pictures::row).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Png(edition.id(),
                        new TimelinePicture(new Timeline(rows, edition.rolloutAsOf().orElse(null)), tone).png()));
    }

    private static TimelineRow row(NamedEntry named) {
        RolloutEntry entry = named.entry();
        List<String> marks = new ArrayList<>();
        if (entry.group() != null) {
            marks.add(entry.group());
        }
        for (Qualifier qualifier : entry.qualifiers()) {
            marks.add(switch (qualifier) {
                case RENEWAL -> "只有续";
                case FIRST -> "只有首次";
            });
        }
        return new TimelineRow(entry.date(), entry.since(), named.chinese(), named.french(), String.join(" · ", marks),
                named.planned());
    }
}
