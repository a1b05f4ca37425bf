package fr.juliu.keep;

import fr.juliu.edition.EditionChange;
import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.Library;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes of one kind between two editions, as the keeper reads them. */
public record ChangeList(String title, List<String> items) {

    public ChangeList {
        items = List.copyOf(items);
    }

    /** What was added to a list of things, and what was taken from it. */
    private record Difference(List<String> added, List<String> removed) {

        static Difference between(List<String> before, List<String> after) {
            return new Difference(beyond(after, before), beyond(before, after));
        }

        /** How many there are of each, in words; empty when there is none. */
        private String counted(String unit) {
            String more = added.isEmpty() ? "" : "加了 " + added.size() + " " + unit;
            String less = removed.isEmpty() ? "" : "去了 " + removed.size() + " " + unit;
            return more.isEmpty() || less.isEmpty() ? more + less : more + "，" + less;
        }

        private static List<String> beyond(List<String> all, List<String> known) {
            List<String> left = new ArrayList<>(all);
            Map<String, Long> times = known.stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            left.removeIf(one -> times.merge(one, -1L, Long::sum) >= 0);
            return left;
        }
    }

    /**
     * What changed from one edition to the next; nothing when it is the same.
     *
     * @param wordsBefore the settings files that the first was made with, by name
     * @param wordsAfter  those of the second
     */
    static List<ChangeList> between(Library before, Library after, Map<String, String> wordsBefore,
            Map<String, String> wordsAfter) {
        EditionChange change = EditionChange.between(before, after);
        Map<String, KnownQuestion> old = byId(before);
        Map<String, KnownQuestion> now = byId(after);
        return Stream.of(new ChangeList("名单：新增", change.entriesAdded()),
                new ChangeList("名单：删去", change.entriesRemoved()),
                new ChangeList("名单：改了日期", change.entriesChanged()),
                new ChangeList("段落：新增", change.sectionsAdded()),
                new ChangeList("段落：删去", change.sectionsRemoved()),
                new ChangeList("段落：改了", change.sectionsChanged()),
                new ChangeList("已知问题：新增", missing(now, old)),
                new ChangeList("已知问题：删去", missing(old, now)),
                new ChangeList("已知问题：改了", now.values().stream()
                        .filter(known -> old.containsKey(known.id()) && !known.equals(old.get(known.id())))
                        .map(ChangeList::told).toList()),
                phrasings(before, after), words(wordsBefore, wordsAfter), others(before, after))
                .filter(list -> !list.items().isEmpty()).toList();
    }

    private static ChangeList phrasings(Library before, Library after) {
        String counted = Difference.between(phrasings(before), phrasings(after)).counted("条");
        return new ChangeList("问法", counted.isEmpty() ? List.of() : List.of(counted));
    }

    private static List<String> phrasings(Library library) {
        return library.phrasings().stream().map(phrasing -> unplaced(phrasing).toString()).toList();
    }

    private static ChangeList words(Map<String, String> before, Map<String, String> after) {
        List<String> items = new ArrayList<>();
        after.forEach((file, text) -> {
            String old = before.getOrDefault(file, "");
            if (!old.equals(text)) {
                String counted = Difference.between(old.lines().toList(), text.lines().toList()).counted("行");
                items.add(file + "：" + (counted.isEmpty() ? "换了顺序" : counted));
            }
        });
        return new ChangeList("设置", items);
    }

    /** Articles whose title, month or sources alone changed: no section tells of them. */
    private static ChangeList others(Library before, Library after) {
        Map<String, String> old = before.articles().stream().collect(
                Collectors.toMap(article -> article.file(), article -> article.title() + article.asOf(), (a, b) -> a));
        return new ChangeList("文章：改了标题或日期", after.articles().stream()
                .filter(article -> old.containsKey(article.file())
                        && !Objects.equals(old.get(article.file()), article.title() + article.asOf()))
                .map(article -> article.file()).toList());
    }

    private static Map<String, KnownQuestion> byId(Library library) {
        Map<String, KnownQuestion> questions = new LinkedHashMap<>();
        library.questions().forEach(known -> questions.put(known.id(), unplaced(known)));
        return questions;
    }

    /** The same wherever in its file it stands. */
    private static KnownQuestion unplaced(KnownQuestion known) {
        return new KnownQuestion(known.id(), known.question(), known.kind(), known.outcome(), known.section(),
                known.sectionAny(), known.rows(), known.must(), known.after(), 0);
    }

    private static List<String> missing(Map<String, KnownQuestion> from, Map<String, KnownQuestion> in) {
        return from.values().stream().filter(known -> !in.containsKey(known.id())).map(ChangeList::told).toList();
    }

    private static String told(KnownQuestion known) {
        return known.id() + " " + known.question();
    }
}
