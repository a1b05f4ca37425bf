package fr.juliu.edition;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import fr.juliu.decide.Ageing;
import fr.juliu.decide.Contradictions;
import fr.juliu.decide.KnownWords;
import fr.juliu.decide.Lookup;
import fr.juliu.decide.NamedEntry;
import fr.juliu.decide.Neighbours;
import fr.juliu.decide.OfficialPages;
import fr.juliu.decide.PlaceBook;
import fr.juliu.decide.RenewalDates;
import fr.juliu.decide.RolloutAnswers;
import fr.juliu.decide.RolloutBook;
import fr.juliu.decide.SectionFinder;
import fr.juliu.decide.Suggestions;
import fr.juliu.knowledge.Catalogue;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Link;
import fr.juliu.knowledge.Problem;
import fr.juliu.knowledge.Topics;
import fr.juliu.search.Highlighter;
import fr.juliu.search.ModelException;
import fr.juliu.search.Once;
import fr.juliu.search.PlaceIndex;
import fr.juliu.search.SearchEngine;
import fr.juliu.search.SentenceModel;
import fr.juliu.search.SentenceVectors;
import fr.juliu.search.TextFolding;
import fr.juliu.tell.AnswerText;
import fr.juliu.tell.Quotes;
import fr.juliu.tell.RichText;
import fr.juliu.understand.Aspects;
import fr.juliu.understand.GroupWords;
import fr.juliu.understand.PeriodReader;
import fr.juliu.understand.QuestionReader;
import fr.juliu.understand.SpellingRepair;
import fr.juliu.understand.Vocabulary;
import fr.juliu.understand.Wishes;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One published state of the knowledge: a library with its index and whoever answers from it. */
public final class Edition implements AutoCloseable {

    private final Library library;
    private final Instant made;
    private final Supplier<String> id;
    private final TextFolding folding;
    private final ConfigWords config;
    private final List<Problem> contradictions;
    private final RolloutBook book;
    private final Ageing ageing;
    private final SearchEngine engine;
    private final SearchEngine search;
    private final PlaceIndex index;
    private final @Nullable SentenceModel model;
    private final @Nullable SentenceVectors vectors;
    private final Teaching teaching;
    private final @Nullable Neighbours neighbours;
    private final KnownWords words;
    private final OfficialPages pages;
    private final RenewalDates renewal;
    private final StatsCounter cached;
    private final Topics topics;
    private final Lookup lookup;
    private final Highlighter highlighter;
    private final Answerer answerer;

    private Edition(Library library, ConfigFolder folder, Clock clock, @Nullable SentenceModel model,
            SearchEngine engine, StatsCounter cached, Set<Part> parts) {
        this.engine = engine;
        search = engine.edition();
        this.cached = cached;
        this.library = library;
        this.made = clock.instant();
        Map<String, String> settings = folder.texts();
        this.id = new Once<>(() -> EditionId.of(library, settings));
        this.model = model;
        folding = new TextFolding();
        config = ConfigWords.read(folder, folding);
        Vocabulary vocabulary = config.vocabulary(parts, folding);
        PeriodReader periods = new PeriodReader(clock);
        ageing = new Ageing(folder, clock);
        book = new RolloutBook(library, vocabulary, folding, periods);
        pages = OfficialPages.read(folder, config.catalogue(), folding, model);
        renewal = RenewalDates.read(folder, folding, clock, model);
        index = new PlaceIndex(library, folding, search, parts.contains(Part.PAIRS));
        vectors = model == null ? null : new SentenceVectors(index, folding, model);
        teaching = Teaching.of(library, index, model != null);
        neighbours = model != null
                ? Neighbours.of(teaching.decides() ? library : library.withoutQuestions(), index, folding, search,
                        model)
                : null;
        words = new KnownWords(vocabulary, index,
                Stream.concat(library.phrasings().stream(), library.questions().stream())
                        .map(KnownQuestion::question).toList(),
                folding);
        Supplier<SpellingRepair> repair = new Once<>(
                () -> new SpellingRepair(vocabulary, config.lexicon().lookalikes()));
        QuestionReader reader = new QuestionReader(folding, vocabulary, periods, index,
                parts.contains(Part.REPAIR) ? repair : null);
        PlaceBook places = new PlaceBook(index, vocabulary, config.aspects(), folding, periods);
        contradictions = Contradictions.of(book, places, vocabulary);
        SectionFinder sections = new SectionFinder(index, places);
        topics = Topics.read(folder);
        lookup = new Lookup(folding, index, vocabulary, reader, sections, book);
        highlighter = new Highlighter(folding);
        answerer = new AnswererParts(index, places, reader, words, config.wishes(), folding,
                new RolloutAnswers(book, vocabulary, folding, ageing), sections,
                new Suggestions(index, book, library.questions(), folding), config.help(), pages, renewal, ageing,
                new Quotes(library.articles()), clock, parts.contains(Part.CACHE) ? cached : null)
                .answerer(model, vectors, neighbours);
    }

    /**
     * Builds an edition from a library and the words of a folder of settings.
     *
     * @throws fr.juliu.knowledge.ConfigException when a catalogue or lexicon file is missing or wrong
     */
    public static Edition of(Library library, ConfigFolder config, Clock clock, ModelUse model) {
        return of(library, config, clock, model, SearchEngine.MEMORY);
    }

    /**
     * The same, its words looked for by an engine, as are those of the editions that follow it.
     *
     * @throws fr.juliu.knowledge.ConfigException when a catalogue or lexicon file is missing or wrong
     */
    public static Edition of(Library library, ConfigFolder config, Clock clock, ModelUse model, SearchEngine engine) {
        return new Edition(library, config, clock,
                model.on() ? new SentenceModel(model.library(), model.vectors(), model.trouble()) : null,
                engine, new ConcurrentStatsCounter(), EnumSet.allOf(Part.class));
    }

    /** The same, its native library among the temporary files, for whoever looks at {@link #model()} himself. */
    public static Edition of(Library library, ConfigFolder config, Clock clock, boolean model) {
        return of(library, config, clock, new ModelUse(model, null, null, trouble -> {
        }));
    }

    /** Builds an edition from some parts alone. */
    static Edition of(Library library, ConfigFolder config, Clock clock, Set<Part> parts) {
        return new Edition(library, config, clock,
                parts.contains(Part.VECTORS) ? new SentenceModel(null, null, trouble -> {
                }) : null, SearchEngine.MEMORY, new ConcurrentStatsCounter(), parts);
    }

    /**
     * Builds the edition that is to follow this one, from a newer library; the two share the model in memory and
     * the count of kept replies, and
     * whoever holds neither of them any longer need not close them.
     *
     * @throws fr.juliu.knowledge.ConfigException when a catalogue or lexicon file is missing or wrong
     */
    public Edition next(Library newer, ConfigFolder config, Clock clock) {
        return new Edition(newer, config, clock, model, engine, cached, EnumSet.allOf(Part.class));
    }

    /** Tells its engine that questions are answered from it from now on. */
    void publish() {
        search.publish();
    }

    /** A fingerprint of what it holds, articles and words of the settings alike, the same in every process. */
    public String id() {
        return id.get();
    }

    /** The whole text of a section or passage, as it stands in the article; empty when the edition has none such. */
    public Optional<RichText> text(String file, String heading) {
        return index.places().stream()
                .filter(place -> place.article().file().equals(file) && place.heading().equals(heading)).findFirst()
                .map(place -> AnswerText.whole(place.heading(),
                        place.passage() == null ? place.section().text() : place.text(), ageing.cite(place)));
    }

    /** The same in the script of a question. */
    public Optional<RichText> text(String file, String heading, String question) {
        return text(file, heading).map(text -> answerer.inScriptOf(question, text));
    }

    /** A text in the spelling in which it is compared: small letters without accents, simplified characters. */
    public String folded(String text) {
        return folding.fold(text);
    }

    /** When it was made. */
    public Instant made() {
        return made;
    }

    /** What phrasings teach it, and so by what it decides. */
    public Teaching teaching() {
        return model().state() == ModelCondition.State.BROKEN ? teaching.withoutModel() : teaching;
    }

    /** How its model does. One that was not needed yet is loaded and tried. */
    public ModelCondition model() {
        if (model == null) {
            return new ModelCondition(ModelCondition.State.OFF, "", 0);
        }
        Optional<String> fault = model.fault();
        ModelCondition.State state = fault.isPresent()
                ? ModelCondition.State.BROKEN
                : model.isFailing() ? ModelCondition.State.FAILS : ModelCondition.State.WORKS;
        return new ModelCondition(state, fault.orElse(""), model.failures());
    }

    /**
     * Encodes all that questions are compared with, so that no question has to wait for it: seconds of work, that an
     * interrupt of the thread ends early, and a model that fails. Never to be closed meanwhile.
     */
    public void warmUp() {
        words.count();
        try {
            if (neighbours != null) {
                neighbours.warmUp();
            }
            if (vectors != null) {
                vectors.encodeAll();
            }
            if (model != null) {
                model.keep(pages.texts());
                model.keep(renewal.texts());
                model.save();
            }
        } catch (ModelException e) {
            // the model has told so itself
        }
    }

    /** How often a kept reply was told again, and how often one had to be made, in this edition and those before it. */
    public CacheStats cached() {
        return cached.snapshot();
    }

    /** How many texts have been encoded for it and for whoever shares its model; 0 without one. */
    long encoded() {
        return model == null ? 0 : model.encoded();
    }

    /** The index, for measuring what it costs alone. */
    PlaceIndex index() {
        return index;
    }

    /** The vectors, for measuring how often they are asked; null without them. */
    @Nullable
    SentenceVectors vectors() {
        return vectors;
    }

    /** What is wrong with the files of the folder and of the settings, and where the two do not fit. */
    public List<Problem> problems() {
        return Stream.of(library.problems(), book.problems(), topics.problems(library.articles()), contradictions,
                config.warnings()).flatMap(List::stream).toList();
    }

    public Library library() {
        return library;
    }

    /** What its rollout tables list, by date, the oldest first; empty without a table. */
    public List<NamedEntry> rollout() {
        return book.named();
    }

    /** The month that the newest of its rollout tables describes; empty when nothing tells it. */
    public Optional<YearMonth> rolloutAsOf() {
        return book.newestTable().map(RolloutBook.Listed::asOf);
    }

    /** The permits and procedures that it knows by name. */
    public Catalogue catalogue() {
        return config.catalogue();
    }

    /** The official page that leads to all others. */
    public Link officialPage() {
        return pages.general();
    }

    /** What points questions can ask, and what they are called. */
    public Aspects aspects() {
        return config.aspects();
    }

    /** How people talk in groups. */
    public GroupWords groupWords() {
        return config.groups();
    }

    /** How people say what they wish who ask nothing. */
    public Wishes wishes() {
        return config.wishes();
    }

    /** Its articles by topic. */
    public List<Topics.Group> topics() {
        return topics.of(library.articles());
    }

    /** What a search box finds in it. */
    public Lookup lookup() {
        return lookup;
    }

    /** Marks words in its texts. */
    public Highlighter highlighter() {
        return highlighter;
    }

    public Answerer answerer() {
        return answerer;
    }

    @Override
    public void close() {
        index.close();
        if (vectors != null) {
            vectors.close();
        }
        if (neighbours != null) {
            neighbours.close();
        }
        if (model != null) {
            model.close();
        }
    }
}
