package fr.juliu.understand;

import fr.juliu.knowledge.Catalogue;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.Permit;
import fr.juliu.search.Lexicon;
import fr.juliu.search.TextFolding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every word that the bot knows and what it stands for: the catalogue, the aspects, the lexicon. */
public final class Vocabulary {

    private final TextFolding folding;
    private final Aspects aspects;
    private final Lexicon lexicon;
    private final Map<String, Permit> permits = new LinkedHashMap<>();
    private final List<List<String>> same = new ArrayList<>();
    private final PhraseBook book;
    private final Surroundings surroundings;

    public Vocabulary(Catalogue catalogue, Aspects aspects, Lexicon lexicon, TextFolding folding) {
        this.folding = folding;
        this.aspects = aspects;
        this.lexicon = lexicon;
        this.surroundings = new Surroundings(lexicon.around());
        Map<String, List<String>> classes = new LinkedHashMap<>(catalogue.words());
        classes.putAll(aspects.words());
        this.book = new PhraseBook(folding, classes);
        try {
            catalogue.all().forEach(this::add);
            catalogue.notPermits().forEach(word -> book.add(word, new Tag(Tag.Kind.NOT_PERMIT, "")));
            aspects.all().values().forEach(
                    aspect -> aspect.cues().forEach(cue -> book.add(cue, new Tag(Tag.Kind.ASPECT, aspect.id()))));
        } catch (IllegalArgumentException e) {
            throw new ConfigException("permits.yml or aspects.yml", String.valueOf(e.getMessage()), e);
        }
        aspects.talk().forEach((kind, cues) -> cues.forEach(cue -> book.add(cue, new Tag(Tag.Kind.TALK, kind))));
        lexicon.frame().forEach(word -> book.add(word, new Tag(Tag.Kind.FRAME, "")));
        lexicon.general().forEach(word -> book.add(word, new Tag(Tag.Kind.GENERAL, "")));
        lexicon.asking().forEach(word -> book.add(word, new Tag(Tag.Kind.ASKING, "")));
        lexicon.same().forEach(group -> addGroup(group, Tag.Kind.SAME));
        lexicon.topics().forEach(group -> addGroup(group, Tag.Kind.TOPIC));
    }

    /** Adds a permit that the catalogue lacks, such as one that only a table names. */
    public void add(Permit permit) {
        permits.put(permit.id(), permit);
        permit.names().forEach(name -> {
            book.add(name, new Tag(Tag.Kind.PERMIT, permit.id()));
            book.add(name.replace("'", ""), new Tag(Tag.Kind.PERMIT, permit.id()));
        });
        permit.weak().forEach(name -> book.add(name, new Tag(Tag.Kind.WEAK_PERMIT, permit.id())));
        List<String> plain = new ArrayList<>(List.of(permit.chinese(), permit.french()));
        permit.names().stream().filter(name -> !name.contains("<") && !name.contains("…")).forEach(plain::add);
        plain.removeIf(String::isBlank);
        addGroup(plain, Tag.Kind.SAME);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    public List<Occurrence> find(String folded) {
        return book.find(folded);
    }

    /** Every word of the catalogue, the aspects and the lexicon, folded, those of permits first; no patterns. */
    Set<String> words() {
        Set<String> words = permitWords();
        words.addAll(book.classWords());
        aspects.all().values().forEach(aspect -> aspect.cues().stream().filter(cue -> !cue.contains("…"))
                .map(folding::fold).forEach(words::add));
        Stream.of(lexicon.general(), lexicon.frame()).flatMap(List::stream).map(folding::fold).forEach(words::add);
        return words;
    }

    /** The words that a character written by its sound is repaired to: permits, what belongs to them, and 网上 and the like. */
    Set<String> soundWords() {
        Set<String> words = permitWords();
        words.addAll(book.classWords());
        aspects.all().values().stream().filter(aspect -> !aspect.needsProse())
                .flatMap(aspect -> aspect.cues().stream()).filter(cue -> !cue.contains("…")).map(folding::fold)
                .forEach(words::add);
        lexicon.general().stream().map(folding::fold).forEach(words::add);
        return words;
    }

    /**
     * The words of a class, folded.
     *
     * @throws ConfigException when there is no such class
     */
    Set<String> words(String wordClass) {
        try {
            return book.words(wordClass);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("permits.yml or aspects.yml", String.valueOf(e.getMessage()), e);
        }
    }

    /** The words of a class of the aspects, folded; none where there is no such class. */
    public Set<String> wordsOrNone(String wordClass) {
        return aspects.words().containsKey(wordClass) ? words(wordClass) : Set.of();
    }

    /** Every name of a permit, folded; no patterns. */
    Set<String> permitWords() {
        Set<String> words = new LinkedHashSet<>();
        permits.values().forEach(permit -> words.addAll(plainNames(permit)));
        return words;
    }

    public Permit permit(String id) {
        return known(id).orElseThrow(() -> new IllegalArgumentException("no permit has the id '" + id + "'"));
    }

    /** The permit with that id; empty when there is none such. */
    Optional<Permit> known(String id) {
        return Optional.ofNullable(permits.get(id));
    }

    /** All permits that it knows. */
    public Collection<Permit> permits() {
        return permits.values();
    }

    Aspect aspect(String id) {
        Aspect aspect = aspects.all().get(id);
        if (aspect == null) {
            throw new IllegalArgumentException("no aspect has the id '" + id + "'");
        }
        return aspect;
    }

    Aspect aspect(Aspect.Role role) {
        return aspects.of(role);
    }

    Collection<Aspect> aspects() {
        return aspects.all().values();
    }

    /** The words, folded, that say the same as those of a group. */
    List<String> group(String id) {
        return same.get(Integer.parseInt(id));
    }

    /** The words, folded, that say the same as a folded word, itself included. */
    public Set<String> sayTheSame(String folded) {
        Set<String> words = new LinkedHashSet<>(Set.of(folded));
        same.stream().filter(group -> group.contains(folded)).forEach(words::addAll);
        return words;
    }

    /** The words, folded, that name a permit: no patterns. */
    public List<String> plainNames(Permit permit) {
        List<String> names = new ArrayList<>();
        names.add(folding.fold(permit.chinese()));
        names.add(folding.fold(permit.french()));
        permit.names().stream().filter(name -> !name.contains("<") && !name.contains("…")).map(folding::fold)
                .forEach(names::add);
        permit.weak().stream().filter(name -> !name.contains("<")).map(folding::fold).forEach(names::add);
        names.removeIf(String::isBlank);
        return names;
    }

    private void addGroup(List<String> words, Tag.Kind kind) {
        String id = String.valueOf(same.size());
        same.add(words.stream().map(folding::fold).distinct().toList());
        words.forEach(word -> book.add(word, new Tag(kind, id)));
    }
}
