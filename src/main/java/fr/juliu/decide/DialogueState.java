package fr.juliu.decide;

import fr.juliu.understand.Aspect;
import fr.juliu.understand.Mention;
import fr.juliu.understand.Period;
import fr.juliu.understand.Phase;
import fr.juliu.understand.Question;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation keeps of its last question, for one that leans on it (那游客呢).
 *
 * @param question    the last question as understood, with what it took over itself
 * @param spoken      the last question as a whole one, to be read again
 * @param answer      what it was answered
 * @param traditional whether it was in traditional characters
 * @param asked       the questions as they were asked that all this comes of, oldest first: asked anew, one after the
 *                    other, they lead to it again
 */
public record DialogueState(Question question, Question spoken, Answer answer, boolean traditional,
        List<String> asked) {

    /** So many questions are held; of a longer talk the last ones lead to about the same. */
    private static final int MOST = 6;

    private static final int SHORT = 14;
    private static final Pattern BARE_MONTH = Pattern.compile("(?<!\\d)(1[0-2]|[1-9]) ?月");

    public DialogueState {
        asked = List.copyOf(asked.subList(Math.max(0, asked.size() - MOST), asked.size()));
    }

    /** Whether the last question was answered from tables. */
    boolean byTable() {
        return answer instanceof Answer.Listed || answer instanceof Answer.NotListed
                || answer instanceof Answer.Listing || answer instanceof Answer.Clarify;
    }

    /** The next question with what it leaves unsaid; as it is when it stands alone. */
    Question complete(Question next) {
        if (!leansOn(next)) {
            return next;
        }
        boolean ownPermits = !next.mentions().isEmpty();
        List<Mention> mentions = new ArrayList<>(ownPermits ? next.mentions() : question.mentions());
        Map<String, Aspect> aspects = new LinkedHashMap<>(next.aspects());
        if (ownPermits && next.prosePoints().isEmpty()) {
            question.aspects().forEach((id, aspect) -> {
                if (isCarried(aspect, next) && (!aspect.isPhase() || next.phase() == Phase.ANY)) {
                    aspects.putIfAbsent(id, aspect);
                }
            });
        } else if (aspects.values().stream().allMatch(Aspect::isPhase) || next.asks(Aspect.Role.ONLINE)) {
            question.aspects().forEach((id, aspect) -> {
                if (isCarried(aspect, next) && !aspect.isPhase()) {
                    aspects.putIfAbsent(id, aspect);
                }
            });
        }
        Period period = period(next, ownPermits);
        Phase phase = next.phase() == Phase.ANY && !ownPermits ? question.phase() : next.phase();
        List<String> synonyms = new ArrayList<>(next.synonyms());
        synonyms.addAll(question.synonyms());
        return new Question(next.folded(), mentions, aspects, next.talk(), phase, period, next.expiry(), true,
                next.asking(),
                next.keywords(),
                synonyms, true);
    }

    /** The months asked: 那 6 月呢 after a question about 2023 is June 2023. */
    private @Nullable Period period(Question next, boolean ownPermits) {
        Period before = question.period();
        if (next.period() != null || before == null || ownPermits) {
            return next.period();
        }
        Matcher month = BARE_MONTH.matcher(next.folded());
        if (month.find()) {
            YearMonth named = YearMonth.of(before.from().getYear(), Integer.parseInt(month.group(1)));
            return new Period(named, named);
        }
        return next.asksAny(Aspect.Asks.LIST) ? before : null;
    }

    private boolean leansOn(Question next) {
        if (!next.talk().isEmpty() && next.mentions().isEmpty() && next.aspects().isEmpty()) {
            return false;
        }
        boolean newSubject = next.keywords().stream().anyMatch(keyword -> keyword.alternatives().size() < 2);
        if (next.mentions().isEmpty() && newSubject && next.prosePoints().isEmpty()
                && (!next.refersBack() || next.aspects().isEmpty())) {
            return false;
        }
        if (next.mentions().isEmpty()) {
            boolean complete = next.asksAny(Aspect.Asks.LIST) && next.aboutPermits() && !next.refersBack();
            return !complete && (next.refersBack() || next.folded().length() <= SHORT);
        }
        return next.refersBack() || next.aspects().isEmpty();
    }

    /** An urgent case does not stand in the way of a question that asks 网上 itself. */
    private static boolean isCarried(Aspect aspect, Question next) {
        return aspect.asks() != Aspect.Asks.HELP || !next.asksOnline();
    }
}
