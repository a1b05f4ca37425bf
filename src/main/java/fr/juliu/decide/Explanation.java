package fr.juliu.decide;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.juliu.understand.Keyword;
import fr.juliu.understand.Question;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why an answer is what it is.
 *
 * @param understood the question folded, its spelling repaired
 * @param permits    ids of the permits named
 * @param aspects    what is asked about them
 * @param phase      first, renewal or any
 * @param terms      what else the question speaks of
 * @param synonyms   words added to the search
 * @param judged     the chances that decided and what known questions said; null where nothing had to be weighed
 * @param second     what a second reader chose; null where none was asked
 * @param passages   the best places with the parts of their scores
 */
public record Explanation(String understood, List<String> permits, List<String> aspects, String phase,
        List<String> terms, List<String> synonyms,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Judged judged,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Second second, List<Scored> passages) {

    private static final int MOST_PASSAGES = 40;

    public static Explanation of(Decider.Decision decision) {
        Question question = decision.ranking().question();
        Scoring scoring = decision.scoring();
        return new Explanation(question.folded(), question.mentions().stream().map(m -> m.permit().id()).toList(),
                List.copyOf(question.aspects().keySet()), question.phase().name(),
                question.keywords().stream().map(Keyword::word).toList(), List.copyOf(question.synonyms()),
                scoring == null ? null : Judged.of(scoring),
                decision.second() == null ? null : Second.of(decision.second()),
                decision.ranking().candidates().stream().limit(MOST_PASSAGES)
                        .map(c -> new Scored(c.facts().place().article().file(), c.facts().place().heading(), c.score(),
                                c.parts(), c.answers()))
                        .toList());
    }

    /**
     * How known questions and all other features decided together.
     *
     * @param section       the chance that the best place is the right answer, from 0 to 1
     * @param table         the chance that what the table says is
     * @param none          the chance that nothing answers
     * @param votesToRefuse about 0 to 1: how much of what near phrasings say is that nothing answers
     * @param votesForTable about 0 to 1: how much of it is that the table does
     * @param teachers      the phrasings most like the question, the most like it first
     */
    public record Judged(double section, double table, double none, double votesToRefuse, double votesForTable,
            List<Teacher> teachers) {

        static Judged of(Scoring scoring) {
            Scoring.Chances chances = scoring.chances();
            NeighbourVotes votes = scoring.votes();
            return new Judged(chances.section(), chances.table(), chances.none(), votes.refused(), votes.table(),
                    votes.nearest().stream().map(Teacher::of).toList());
        }
    }

    /**
     * A known question that had a say.
     *
     * @param question as its file has it, or a heading, which its own place answers
     * @param likeness its cosine with the question asked, from -1 to 1
     * @param weight   its part in the votes; below 0 where a nearer one says enough
     * @param outcome  what it leads to
     * @param sections which sections or passages answer it, by their headings
     */
    public record Teacher(String question, double likeness, double weight, String outcome, List<String> sections) {

        static Teacher of(Neighbour neighbour) {
            return new Teacher(neighbour.known().question(), neighbour.likeness(), neighbour.weight(),
                    neighbour.known().outcome(), neighbour.known().headings());
        }
    }

    /**
     * What a second reader chose.
     *
     * @param choice what it chose, or why it chose nothing
     * @param effect what became of it
     * @param local  the section that answers without it; null when none does
     */
    public record Second(String choice, String effect,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String local) {

        static Second of(SecondReading reading) {
            Citation citation = reading.local().citation();
            return new Second(reading.choice().name(), reading.effect().word(),
                    citation == null ? null : citation.section());
        }
    }

    /** A place with the parts of its score. */
    public record Scored(String file, String section, double score, Map<String, Double> parts, boolean answers) {
    }
}
