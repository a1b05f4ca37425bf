package fr.juliu.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places for one question, ranked when first needed: most questions about a permit need none. */
final class Ranking {

    private final SectionFinder sections;
    private final Question question;
    private @Nullable List<SectionFinder.Candidate> ranked;
    private @Nullable List<SectionFinder.Candidate> refined;

    Ranking(SectionFinder sections, Question question) {
        this.sections = sections;
        this.question = question;
    }

    Question question() {
        return question;
    }

    /** The places by words, subject and evidence, and by meaning where these are not sure; best first. */
    List<SectionFinder.Candidate> candidates() {
        List<SectionFinder.Candidate> known = refined;
        if (known == null) {
            known = question.folded().isBlank() ? List.of() : sections.refine(question, byWords());
            refined = known;
        }
        return known;
    }

    private List<SectionFinder.Candidate> byWords() {
        List<SectionFinder.Candidate> known = ranked;
        if (known == null) {
            known = sections.rank(question);
            ranked = known;
        }
        return known;
    }
}
