package fr.juliu.edition;

import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import fr.juliu.decide.Ageing;
import fr.juliu.decide.Decider;
import fr.juliu.decide.Excerpt;
import fr.juliu.decide.HelpBook;
import fr.juliu.decide.KnownWords;
import fr.juliu.decide.Likeness;
import fr.juliu.decide.Neighbours;
import fr.juliu.decide.OfficialPages;
import fr.juliu.decide.PlaceBook;
import fr.juliu.decide.Refusals;
import fr.juliu.decide.RenewalDates;
import fr.juliu.decide.Renewals;
import fr.juliu.decide.RolloutAnswers;
import fr.juliu.decide.SecondReader;
import fr.juliu.decide.SectionFinder;
import fr.juliu.decide.Suggestions;
import fr.juliu.decide.Verdicts;
import fr.juliu.search.PlaceIndex;
import fr.juliu.search.SentenceModel;
import fr.juliu.search.SentenceVectors;
import fr.juliu.search.TextFolding;
import fr.juliu.tell.Quotes;
import fr.juliu.understand.QuestionReader;
import fr.juliu.understand.Wishes;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What an edition answers from, to be put together.
 *
 * @param places  what those of the index speak of
 * @param pages   the official page of each topic
 * @param ageing  how fresh facts are
 * @param quotes  of what articles say
 * @param renewal when cards are renewed
 * @param cached  counts how often a kept reply is told; null where none are kept
 */
record AnswererParts(PlaceIndex index, PlaceBook places, QuestionReader reader, KnownWords words, Wishes wishes,
        TextFolding folding, RolloutAnswers rollout, SectionFinder sections, Suggestions suggestions, HelpBook help,
        OfficialPages pages, RenewalDates renewal, Ageing ageing, Quotes quotes, Clock clock,
        @Nullable StatsCounter cached) {

    /**
     * Whoever answers; where the model fails, by tables alone.
     *
     * @param neighbours teach it; null without a model
     */
    Answerer answerer(@Nullable SentenceModel model, @Nullable SentenceVectors vectors,
            @Nullable Neighbours neighbours) {
        Verdicts plain = verdicts(pages.withoutModel());
        Answerer byTables = answerer(null, repertoire(plain, renewal.withoutModel()),
                new Decider(plain, sections, null), null);
        if (vectors == null || neighbours == null) {
            return byTables;
        }
        Verdicts verdicts = verdicts(pages);
        return answerer(model, repertoire(verdicts, renewal),
                new Decider(verdicts, sections, new Decider.Meaning(vectors, neighbours)), byTables);
    }

    private Answerer answerer(@Nullable SentenceModel model, Answerer.Repertoire repertoire, Decider decider,
            @Nullable Answerer byTables) {
        return new Answerer(new Answerer.Understanding(reader, folding, words, wishes, new Likeness(model), clock),
                repertoire,
                decider, byTables, cached);
    }

    private Answerer.Repertoire repertoire(Verdicts verdicts, RenewalDates dates) {
        return new Answerer.Repertoire(rollout, verdicts, help, new Renewals(dates, places, verdicts),
                new SecondReader(verdicts), suggestions, quotes);
    }

    private Verdicts verdicts(OfficialPages official) {
        return new Verdicts(rollout, sections, new Excerpt(index), suggestions,
                new Refusals(suggestions, help, official, ageing));
    }
}
