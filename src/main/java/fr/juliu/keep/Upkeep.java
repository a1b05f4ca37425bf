package fr.juliu.keep;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.knowledge.Due;
import fr.juliu.store.LoggedQuestion;
import fr.juliu.store.QuestionLog;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which sections the keeper is to hold against their sources next: those that are asked most and age fastest. */
public final class Upkeep {

    private static final Duration COUNTED = Duration.ofDays(30);

    private final CurrentEdition edition;
    private final QuestionLog log;
    private final Period fallback;
    private final Clock clock;

    /**
     * The upkeep of the current edition.
     *
     * @param fallback the span of facts of which nothing tells how fast they age
     */
    public Upkeep(CurrentEdition edition, QuestionLog log, Period fallback, Clock clock) {
        this.edition = edition;
        this.log = log;
        this.fallback = fallback;
        this.clock = clock;
    }

    /** The sections to look at today, what is to be looked at first before the others. */
    public List<Due> due() {
        Map<String, Integer> asked = log.since(clock.instant().minus(COUNTED)).stream().map(LoggedQuestion::section)
                .filter(Objects::nonNull).collect(Collectors.toMap(section -> section, section -> 1, Integer::sum));
        return Due.of(edition.get().library(), fallback, LocalDate.now(clock), asked);
    }

    /** How many sections are to be looked at today, by why; the log of questions is not read for it. */
    public Map<Due.Why, Long> counts() {
        return Due.of(edition.get().library(), fallback, LocalDate.now(clock), Map.of()).stream()
                .collect(Collectors.groupingBy(Due::why, Collectors.counting()));
    }

    /** Why a section is to be looked at, in Chinese. */
    public static String why(Due due) {
        String span = due.date() + "，" + due.months() + " 个月没有核对";
        return switch (due.why()) {
            case ENDED -> "只管到 " + due.until() + "，已经过了";
            case ENDING -> "有效至 " + due.until() + "，快到了";
            case AGED -> due.kind().isEmpty() ? span : due.kind() + "，" + span + "（" + due.span() + " 个月就该核对）";
        };
    }
}
