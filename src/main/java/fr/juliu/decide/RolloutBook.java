package fr.juliu.decide;

import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.Library;
import fr.juliu.knowledge.Permit;
import fr.juliu.knowledge.Problem;
import fr.juliu.knowledge.RolloutEntry;
import fr.juliu.knowledge.RolloutTable;
import fr.juliu.knowledge.Section;
import fr.juliu.search.TextFolding;
import fr.juliu.understand.Mention;
import fr.juliu.understand.MentionResolver;
import fr.juliu.understand.Period;
import fr.juliu.understand.PeriodReader;
import fr.juliu.understand.Vocabulary;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rollout entries of a library, each with the permit of the catalogue that it names. */
public final class RolloutBook {

    /**
     * A rollout entry with where it stands.
     *
     * @param span   the months of its date cell
     * @param permit the permit it names; one of its own when the catalogue lacks it
     */
    public record Listed(RolloutEntry entry, Period span, Permit permit, Article article, Section section,
            RolloutTable table) {

        public @Nullable YearMonth asOf() {
            return table.asOf();
        }

        boolean planned() {
            return entry.isPlannedAfter(asOf());
        }
    }

    private final List<Listed> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Reads the tables of a library; permits that the catalogue lacks are added to the vocabulary. */
    public RolloutBook(Library library, Vocabulary vocabulary, TextFolding folding, PeriodReader periods) {
        MentionResolver resolver = new MentionResolver(vocabulary);
        for (Article article : library.articles()) {
            for (Section section : article.sections()) {
                for (RolloutTable table : section.tables()) {
                    for (RolloutEntry entry : table.entries()) {
                        Permit permit = named(entry, resolver, folding).orElseGet(() -> {
                            problems.add(unnamed(article, entry));
                            return unknown(entry, vocabulary);
                        });
                        entries.add(new Listed(entry, span(entry, folding, periods), permit, article, section, table));
                    }
                }
            }
        }
    }

    /** All entries, in reading order. */
    List<Listed> all() {
        return entries;
    }

    /** The permits of tables that the catalogue lacks. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The table that speaks for the library: the newest, by what it is as of. */
    public Optional<Listed> newestTable() {
        return entries.stream()
                .max(Comparator.comparing(listed -> listed.asOf() == null ? Period.EARLIEST : listed.asOf()));
    }

    /** The entries that name the permit; where several tables do, those of the newest. */
    List<Listed> of(Permit permit) {
        List<Listed> found = entries.stream().filter(listed -> listed.permit().id().equals(permit.id())).toList();
        if (found.stream().map(Listed::table).distinct().count() < 2) {
            return found;
        }
        RolloutTable newest = found.stream().map(Listed::table)
                .max(Comparator.comparing(table -> table.asOf() == null ? Period.EARLIEST : table.asOf()))
                .orElseThrow();
        return found.stream().filter(listed -> listed.table().equals(newest)).toList();
    }

    /** All entries by date, each with its names; of a permit that several tables name, those of the newest alone. */
    public List<NamedEntry> named() {
        return entries.stream().filter(listed -> of(listed.permit()).contains(listed))
                .sorted(Comparator.comparing(listed -> listed.entry().since())).map(NamedEntry::of).toList();
    }

    private static Period span(RolloutEntry entry, TextFolding folding, PeriodReader periods) {
        return periods.read(folding.fold(entry.date())).filter(span -> span.from().equals(entry.since()))
                .orElse(new Period(entry.since(), entry.since()));
    }

    private static Optional<Permit> named(RolloutEntry entry, MentionResolver resolver, TextFolding folding) {
        return resolver.names(folding.fold(entry.permit())).stream()
                .max(Comparator.comparingInt(mention -> mention.end() - mention.start())).map(Mention::permit);
    }

    private static Problem unnamed(Article article, RolloutEntry entry) {
        return new Problem(article.file(), entry.line(), Problem.Severity.WARNING, "the permit \"" + entry.permit()
                + "\" is not in config/permits.yml, so it is found by its own words alone; add it with the names that"
                + " people use",
                "居留「" + entry.permit() + "」不在 config/permits.yml 里，只能按原词找到；请加上大家的叫法");
    }

    /** A permit made from the entry's own words, so that a table can name what the catalogue lacks. */
    private static Permit unknown(RolloutEntry entry, Vocabulary vocabulary) {
        String chinese = entry.permit().replaceAll("[^\\p{IsHan}\\d]+", " ").strip().split(" ", -1)[0];
        String french = entry.permit().replaceAll("[^\\p{IsLatin}'’ -]+", " ").strip();
        List<String> names = new ArrayList<>(List.of(entry.permit(), chinese, french));
        names.removeIf(name -> name.length() < 2);
        Permit permit = new Permit("row:" + entry.permit(), chinese.isEmpty() ? entry.permit() : chinese,
                chinese.isEmpty() ? "" : french,
                Permit.Kind.PERMIT, names, List.of(), null, List.of(), List.of(), List.of());
        vocabulary.add(permit);
        return permit;
    }
}
