package fr.juliu.chat;

import fr.juliu.decide.Answer;
import fr.juliu.tell.AnswerDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an exchange remembers of the answer that was sent, for the buttons under it.
 *
 * @param outcome as in the JSON of an answer, or {@code talk}
 * @param file    the article's; null when nothing answered
 * @param section where the answer stands; null when nothing answered
 * @param longer  whether the place says more than the answer tells of it
 * @param reasons whether the reasons why it is useless stand in place of its buttons
 * @param traditional whether it was told in traditional characters
 * @param next    questions that the buttons ask
 * @param watchable the permits that are not listed, by id; null for none
 */
record Answered(String outcome, @Nullable String file, @Nullable String section, boolean longer, boolean reasons,
        boolean traditional, List<Next> next, @Nullable List<String> watchable) {

    /** The kind of the exchanges that hold it. */
    static final String KIND = "answer";

    /** The outcome of small talk. */
    static final String TALK = "talk";

    // what was stored before there was a field does not have it
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    Answered {
        next = List.copyOf(next);
        watchable = watchable == null ? List.of() : List.copyOf(watchable);
    }

    Answered(String outcome, @Nullable String file, @Nullable String section, boolean longer, boolean reasons,
            boolean traditional, List<Next> next) {
        this(outcome, file, section, longer, reasons, traditional, next, List.of());
    }

    /** The permits that are not listed; none of what was stored before there was the field. */
    @Override
    public List<String> watchable() {
        return watchable == null ? List.of() : watchable;
    }

    /**
     * A question that a button asks.
     *
     * @param label what the button shows
     */
    record Next(String label, String question) {

        static Next of(String question) {
            return new Next(question, question);
        }
    }

    /** The outcome of an answer as it is remembered: small talk is told from what is not known. */
    static String outcome(Answer answer) {
        return answer instanceof Answer.Unknown unknown && isTalk(unknown) ? TALK : AnswerDocument.outcome(answer);
    }

    static Answered read(String details) {
        return JSON.readValue(details, Answered.class);
    }

    boolean isTalk() {
        return outcome.equals(TALK);
    }

    /** The same once its whole text is shown. */
    Answered whole() {
        return new Answered(outcome, file, section, false, false, traditional, next, watchable);
    }

    /** The same with the reasons shown, or no longer. */
    Answered withReasons(boolean shown) {
        return new Answered(outcome, file, section, longer, shown, traditional, next, watchable);
    }

    String details() {
        return JSON.writeValueAsString(this);
    }

    private static boolean isTalk(Answer.Unknown unknown) {
        return switch (unknown.reason()) {
            case GREETING, THANKS, ABOUT, ABUSE, JUNK -> true;
            case POINT_NOT_KNOWN, NOT_KNOWN -> false;
        };
    }
}
