package fr.juliu.decide;

import fr.juliu.understand.Mention;
import fr.juliu.understand.Question;
import java.util.List;
import java.util.Optional;

/** Decides by rules over what the question says and what places hold; for folders without known questions to learn from. */
public final class RuleDecider implements Decider {

    private final SectionFinder sections;
    private final MeaningRefinement meaning;
    private final Verdicts verdicts;

    public RuleDecider(SectionFinder sections, MeaningRefinement meaning, Verdicts verdicts) {
        this.sections = sections;
        this.meaning = meaning;
        this.verdicts = verdicts;
    }

    @Override
    public Decision decide(Question question) {
        Ranking ranking = ranking(question);
        Answer answer = verdicts.list(question).or(() -> prose(ranking)).orElseGet(() -> {
            if (verdicts.namesPermits(question)) {
                return proseBeforeVerdict(ranking).orElseGet(() -> verdicts.permits(question));
            }
            return section(ranking)
                    .orElseGet(() -> verdicts.clarify(question).orElseGet(() -> verdicts.refusal(ranking)));
        });
        return switch (answer) {
            case Answer.FromSection section -> Decision.open(answer, ranking);
            case Answer.Unknown unknown -> Decision.open(answer, ranking);
            case Answer.Listed listed -> Decision.settled(answer, ranking);
            case Answer.NotListed none -> Decision.settled(answer, ranking);
            case Answer.Listing list -> Decision.settled(answer, ranking);
            case Answer.Clarify back -> Decision.settled(answer, ranking);
            case Answer.Pinned pinned -> Decision.settled(answer, ranking);
        };
    }

    /** The places by words, subject and evidence, and by meaning where these are not sure. */
    @Override
    public Ranking ranking(Question question) {
        return new Ranking(question, () -> {
            List<Integer> near = meaning.near(question);
            return meaning.rank(question, sections.rank(question, near), near);
        });
    }

    @Override
    public Decider leavingOneOut() {
        return this;
    }

    /** The section about a point or procedure asked, or the word that none is; empty when neither is asked. */
    private Optional<Answer> prose(Ranking ranking) {
        Question question = ranking.question();
        boolean points = !question.prosePoints().isEmpty();
        if (!points && !question.namesProcedure() && question.topics().isEmpty() && verdicts.hasTables()) {
            return Optional.empty();
        }
        Optional<Answer> section = section(ranking);
        return section.isEmpty() && verdicts.isForProse(question)
                ? Optional.of(verdicts.refusal(ranking))
                : section;
    }

    /** The section that knows what else is asked beside the permits, unless 网上 is asked. */
    private Optional<Answer> proseBeforeVerdict(Ranking ranking) {
        Question question = ranking.question();
        if (question.asksOnline() || question.refersBack() || question.keywords().isEmpty() || !question.asking()) {
            return Optional.empty();
        }
        Optional<Candidate> told = question.topics().isEmpty()
                ? sections.findCovering(ranking.candidates())
                : sections.find(ranking.candidates());
        if (told.isEmpty() && question.mentions().stream().noneMatch(Mention::strong)) {
            told = sections.find(ranking(question.withoutMentions()).candidates());
        }
        return told.map(found -> verdicts.section(question, found));
    }

    private Optional<Answer> section(Ranking ranking) {
        return sections.find(ranking.candidates()).map(found -> verdicts.section(ranking.question(), found));
    }
}
