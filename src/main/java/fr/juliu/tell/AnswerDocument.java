package fr.juliu.tell;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import fr.juliu.decide.Answer;
import fr.juliu.decide.Citation;
import fr.juliu.decide.Explanation;
import fr.juliu.decide.RolloutFact;
import fr.juliu.knowledge.AgeKind;
import fr.juliu.knowledge.Freshness;
import fr.juliu.knowledge.Link;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer as JSON, for HTTP and the command line alike; its names are a contract.
 *
 * @param id      the question's, carried over; null when it had none
 * @param reason  why nothing answers, such as {@code greeting} or {@code not-known}; {@code urgent} when help for an
 *                urgent case comes before what answers; else null
 * @param text    what a reader sees, in the article's characters
 * @param script  {@code hant} when the question was in traditional characters, else {@code hans}
 * @param display the text in traditional characters, when the question was
 * @param page    the path of the place on our pages, when one answers
 * @param also    the section that answers another point of the question, below the first
 * @param unanswered the words of the question that no section answers, where a second reader says so
 * @param age     how old the facts are, when their section says how fast they age
 * @param explain why the answer is what it is, where asked for
 */
@JsonPropertyOrder({"id", "question", "outcome", "text"})
public record AnswerDocument(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String id, String question,
        String outcome, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason, String text,
        @Nullable String article, @Nullable String file, @Nullable String section,
        List<Rollout> rollout, List<String> notListed, @Nullable String asOf, List<Link> sources, double confidence,
        List<Reply.Alternative> alternatives, List<String> suggestions, List<Answer.Option> options, String script,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String display,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String page,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String also,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unanswered,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Age age,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Explanation explain) {

    /** A rollout fact with its month as text. */
    public record Rollout(String date, String since, String permit, String row,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean planned) {

        static Rollout of(RolloutFact fact) {
            return new Rollout(fact.date(), fact.since().toString(), fact.permit(), fact.row(), fact.planned());
        }
    }

    /**
     * How old facts are.
     *
     * @param state   {@code current}, {@code aged} (longer ago than facts of their kind can be trusted for) or
     *                {@code ended} (they hold no longer, as their section says)
     * @param kind    how fast they age, in the word that the article has; left out when nothing tells
     * @param date    the month in which they held for the last time that anybody looked
     * @param months  how long ago that is
     * @param checked when somebody held them against their source
     * @param until   the last month in which they hold
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Age(String state, @Nullable String kind, @Nullable String date, int months,
            @Nullable String checked, @Nullable String until) {

        static @Nullable Age of(@Nullable Citation citation) {
            if (citation == null || !citation.fresh().isKnown()) {
                return null;
            }
            Freshness fresh = citation.fresh();
            AgeKind kind = fresh.age().kind();
            return new Age(fresh.state().name().toLowerCase(Locale.ROOT), kind == null ? null : kind.name(),
                    month(fresh.date()), fresh.months(), month(fresh.age().checked()), month(fresh.age().until()));
        }

        private static @Nullable String month(@Nullable YearMonth month) {
            return month == null ? null : month.toString();
        }
    }

    /** The document of a reply. */
    public static AnswerDocument of(@Nullable String id, Reply reply, boolean explain) {
        return of(id, reply, explain ? reply.explanation().get() : null);
    }

    /**
     * The document of a reply.
     *
     * @param explanation as much of why the answer is what it is as may be told; null for nothing
     */
    public static AnswerDocument of(@Nullable String id, Reply reply, @Nullable Explanation explanation) {
        Answer answer = reply.answer();
        Citation citation = answer.citation();
        return new AnswerDocument(id, reply.question(), outcome(answer), reason(answer), reply.text(),
                citation == null ? null : citation.article(), citation == null ? null : citation.file(),
                citation == null ? null : citation.section(), rollout(answer), notListed(answer),
                citation == null || citation.asOf() == null ? null : citation.asOf().toString(),
                citation == null ? List.of() : citation.sources(), Math.round(answer.confidence() * 100) / 100.0,
                reply.alternatives(), answer instanceof Answer.Unknown unknown ? unknown.suggestions() : List.of(),
                answer instanceof Answer.Clarify clarify ? clarify.options() : List.of(),
                reply.traditional() ? "hant" : "hans", reply.traditional() ? reply.display() : null,
                citation == null ? null : citation.page(), also(answer), unanswered(answer), Age.of(citation),
                explanation);
    }

    private static @Nullable String also(Answer answer) {
        return answer instanceof Answer.FromSection section && section.beside().other() != null
                ? section.beside().other().citation().section()
                : null;
    }

    private static @Nullable String unanswered(Answer answer) {
        return answer instanceof Answer.FromSection section && !section.beside().unanswered().isEmpty()
                ? section.beside().unanswered()
                : null;
    }

    private static @Nullable String reason(Answer answer) {
        if (answer instanceof Answer.Unknown unknown) {
            return unknown.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return answer instanceof Answer.FromSection section && section.help().isUrgent() ? "urgent" : null;
    }

    /** The kind of an answer, as its JSON names it. */
    public static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Listed listed -> "listed";
            case Answer.NotListed notListed -> "not-listed";
            case Answer.Listing list -> "list";
            case Answer.FromSection section -> "section";
            case Answer.Pinned pinned -> "pinned";
            case Answer.Clarify clarify -> "clarify";
            case Answer.Unknown unknown -> "unknown";
        };
    }

    private static List<Rollout> rollout(Answer answer) {
        return switch (answer) {
            case Answer.Listed listed -> listed.facts().stream().map(Rollout::of).toList();
            case Answer.Listing list -> list.facts().stream().map(Rollout::of).toList();
            case Answer.NotListed notListed -> List.of();
            case Answer.Pinned pinned -> rollout(pinned.verdict());
            case Answer.FromSection section -> List.of();
            case Answer.Clarify clarify -> List.of();
            case Answer.Unknown unknown -> List.of();
        };
    }

    private static List<String> notListed(Answer answer) {
        return switch (answer) {
            case Answer.Listed listed -> listed.notListed();
            case Answer.NotListed notListed -> notListed.permits();
            case Answer.Pinned pinned -> notListed(pinned.verdict());
            case Answer.Listing list -> List.of();
            case Answer.FromSection section -> List.of();
            case Answer.Clarify clarify -> List.of();
            case Answer.Unknown unknown -> List.of();
        };
    }
}
