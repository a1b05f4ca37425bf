package fr.juliu.decide;

import fr.juliu.knowledge.CatalogueReader;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.search.Lexicon;
import fr.juliu.search.PlaceIndex;
import fr.juliu.search.SearchEngine;
import fr.juliu.search.SentenceModel;
import fr.juliu.search.TextFolding;
import fr.juliu.understand.Aspects;
import fr.juliu.understand.PeriodReader;
import fr.juliu.understand.Question;
import fr.juliu.understand.QuestionReader;
import fr.juliu.understand.Vocabulary;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The parts between a question and its answer over a folder, put together without a decider, to be tried one by one. */
final class Workbench implements AutoCloseable {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    final HelpBook help;
    final OfficialPages pages;
    final SectionFinder sections;
    final Refusals refusals;
    final Verdicts verdicts;
    private final QuestionReader reader;
    private final PlaceIndex index;
    private final SentenceModel model = new SentenceModel(null, null, trouble -> {
    });

    Workbench(Path folder) {
        Library library = new LibraryReader(folder, null, CLOCK).read();
        ConfigFolder config = new ConfigFolder(Path.of("config"));
        TextFolding folding = new TextFolding();
        Aspects aspects = Aspects.read(config);
        Vocabulary vocabulary = new Vocabulary(new CatalogueReader(config).read(), aspects, Lexicon.read(config),
                folding);
        PeriodReader periods = new PeriodReader(CLOCK);
        RolloutBook book = new RolloutBook(library, vocabulary, folding, periods);
        index = new PlaceIndex(library, folding, SearchEngine.MEMORY, true);
        reader = new QuestionReader(folding, vocabulary, periods, index, null);
        sections = new SectionFinder(index, new PlaceBook(index, vocabulary, aspects, folding, periods));
        help = HelpBook.read(config, aspects);
        Suggestions suggestions = new Suggestions(index, book, library.questions(), folding);
        pages = OfficialPages.read(config, new CatalogueReader(config).read(), folding, model);
        Ageing ageing = new Ageing(config, CLOCK);
        refusals = new Refusals(suggestions, help, pages.withoutModel(), ageing);
        verdicts = new Verdicts(new RolloutAnswers(book, vocabulary, folding, ageing), sections,
                new Excerpt(index), suggestions, refusals);
    }

    Question read(String question) {
        return reader.read(question);
    }

    Ranking rank(String text) {
        Question question = read(text);
        return new Ranking(question, () -> sections.rank(question));
    }

    @Override
    public void close() {
        index.close();
        model.close();
    }
}
