package fr.juliu.knowledge;

import java.text.Normalizer;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a keeper should look at in a folder whose files can all be read. */
final class LibraryCheck {

    private static final String SECTION = "section";
    /** A section of more characters holds several answers. */
    private static final int LONGEST = 600;
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Clock clock;

    LibraryCheck(Clock clock) {
        this.clock = clock;
    }

    /**
     * Months that are still to come, sections that are long or have no source, headings that stand twice, questions whose section is gone, and
     * phrasings that teach nothing or are known questions.
     *
     * @param questions by file
     */
    List<Problem> of(List<Article> articles, Map<String, List<KnownQuestion>> questions) {
        List<Problem> problems = new ArrayList<>();
        articles.forEach(article -> months(article, problems));
        articles.forEach(article -> sources(article, problems));
        articles.forEach(article -> lengths(article, problems));
        headings(articles, problems);
        Set<String> answers = headings(articles);
        questions.forEach((file, known) -> expectations(answers, file, known, problems));
        ownTeachers(questions, problems);
        return problems;
    }

    private void months(Article article, List<Problem> problems) {
        YearMonth now = YearMonth.now(clock);
        if (article.asOf() != null && article.asOf().isAfter(now)) {
            problems.add(warning(article.file(), 1, "as_of is " + article.asOf()
                    + ", which is yet to come; write the month that the article describes",
                    "as_of 写的 " + article.asOf() + " 还没到；请写文章说的那个月"));
        }
        for (Section section : article.sections()) {
            section.notes().stream().filter(note -> note.month().isAfter(now))
                    .forEach(note -> problems.add(warning(article.file(), note.line(), "the sources are of "
                            + note.month() + ", which is yet to come; write the month that the facts describe",
                            "来源的年月 " + note.month() + " 还没到；请写这些事实说的那个月")));
        }
    }

    /** Tells of an article, or a section, for which nothing says where it comes from. */
    private static void sources(Article article, List<Problem> problems) {
        List<Section> without = article.sources().isEmpty()
                ? article.sections().stream()
                        .filter(section -> section.notes().isEmpty() && section.links().isEmpty()).toList()
                : List.of();
        if (without.size() == article.sections().size() && !without.isEmpty()) {
            problems.add(warning(article.file(), 1, "the article names no source at all; add a line source: https://…"
                    + " to the front matter, or a paragraph 来源（2021 年 8 月）：[标题](https://…) to each section",
                    "文章一个来源也没有；请在文件头加一行 source: https://…，或者在每一段末尾写 来源（2021 年 8 月）：[标题](https://…)"));
            return;
        }
        without.forEach(section -> problems.add(warning(article.file(), section.line(), "the section "
                + FileProblems.quote(section.heading()) + " has no source; end it with a paragraph"
                + " 来源（2021 年 8 月）：[标题](https://…), or say there that none is known",
                "这一段" + FileProblems.quoted(section.heading())
                        + "没有来源；请在末尾单独写一段 来源（2021 年 8 月）：[标题](https://…)，没有也写明")));
    }

    private static void lengths(Article article, List<Problem> problems) {
        for (Section section : article.sections()) {
            int length = section.blocks().stream().filter(LibraryCheck::isProse)
                    .mapToInt(block -> block.text().length())
                    .sum()
                    - section.passages().stream()
                            .mapToInt(passage -> passage.question().length() + passage.answer().length()).sum();
            // remarks on a table belong beside it; its rows are told one by one
            if (length > LONGEST && section.tables().isEmpty()) {
                problems.add(warning(article.file(), section.line(), "the section "
                        + FileProblems.quote(section.heading()) + " has " + length + " characters, more than " + LONGEST
                        + "; part it into sections that answer one question each",
                        "这一段" + FileProblems.quoted(section.heading()) + "有 " + length + " 个字，超过 " + LONGEST
                                + "；请分成几段，一段只回答一个问题"));
            }
        }
    }

    private static boolean isProse(Block block) {
        return switch (block.kind()) {
            case PARAGRAPH, ITEM, QUOTE -> true;
            case ROW, ROLLOUT, CODE -> false;
        };
    }

    private static void headings(List<Article> articles, List<Problem> problems) {
        Map<String, String> first = new HashMap<>();
        for (Article article : articles) {
            for (Section section : article.sections()) {
                heading(article, section.line(), section.heading(), first, problems);
                section.passages()
                        .forEach(passage -> heading(article, passage.line(), passage.question(), first, problems));
            }
        }
    }

    /** Tells of a heading, or a question of a passage, that another place has; spaces and marks make no difference. */
    private static void heading(Article article, int line, String heading, Map<String, String> first,
            List<Problem> problems) {
        String before = first.putIfAbsent(bare(heading), article.file() + ":" + line);
        if (before != null) {
            problems.add(warning(article.file(), line, "the heading " + FileProblems.quote(heading) + " stands in "
                    + before + " too; give one of them a name of its own, so that answers can tell them apart",
                    "标题" + FileProblems.quoted(heading) + "在 " + before + " 也有；请改一个，回答才分得清"));
        }
    }

    private static Set<String> headings(List<Article> articles) {
        Set<String> headings = new HashSet<>();
        for (Article article : articles) {
            headings.add(article.title());
            article.sections().forEach(section -> {
                headings.add(section.heading());
                section.passages().forEach(passage -> headings.add(passage.question()));
            });
        }
        return headings;
    }

    private static void expectations(Set<String> headings, String file, List<KnownQuestion> questions,
            List<Problem> problems) {
        for (KnownQuestion known : questions) {
            boolean phrasing = !file.equals(LibraryReader.QUESTIONS);
            missing(known).filter(field -> !phrasing || field.equals(SECTION))
                    .ifPresent(field -> problems.add(warning(file, known.line(), (phrasing ? "phrasing " : "question ")
                            + known.id() + " has the outcome " + known.outcome() + " and no " + field + ", so that "
                            + (phrasing ? "it teaches nothing" : "no answer is right") + "; add \"" + field + "\"",
                            (phrasing ? "问法 " : "问题 ") + known.id() + " 的 outcome 是 " + known.outcome() + "，却没有 "
                                    + field
                                    + (phrasing ? "，学不到东西" : "，怎么答都不对") + "；请加上 \"" + field + "\"")));
            Stream.concat(Stream.ofNullable(known.section()), known.sectionAny().stream()).distinct()
                    .filter(heading -> !headings.contains(heading))
                    .forEach(heading -> problems.add(warning(file, known.line(), "question " + known.id()
                            + " expects the section " + FileProblems.quote(heading)
                            + ", which no article has; name the one that answers it now",
                            "问题 " + known.id() + " 指的段落" + FileProblems.quoted(heading) + "，文章里没有；请写现在回答它的那一段")));
        }
    }

    /** Phrasings with the text of a known question; both only where they stand alone. */
    private static void ownTeachers(Map<String, List<KnownQuestion>> questions, List<Problem> problems) {
        Map<String, KnownQuestion> known = questions.getOrDefault(LibraryReader.QUESTIONS, List.of()).stream()
                .filter(question -> question.after().isEmpty())
                .collect(Collectors.toMap(question -> bare(question.question()), Function.identity(), (a, b) -> a));
        questions.forEach((file, phrasings) -> {
            if (!file.equals(LibraryReader.QUESTIONS)) {
                phrasings.stream().filter(phrasing -> phrasing.after().isEmpty()).forEach(phrasing -> {
                    KnownQuestion same = known.get(bare(phrasing.question()));
                    if (same != null) {
                        problems.add(warning(file, phrasing.line(), "phrasing " + phrasing.id() + " is the question "
                                + same.id() + " of " + LibraryReader.QUESTIONS + ":" + same.line()
                                + ", which would be its own teacher; remove one of them, or put it otherwise",
                                "问法 " + phrasing.id() + " 就是 " + LibraryReader.QUESTIONS + ":" + same.line() + " 的问题 "
                                        + same.id() + "，等于自己教自己；请去掉一个，或者换个说法"));
                    }
                });
            }
        });
    }

    /** A text without capitals, accents, full width, spaces and marks: what is left says whether two are the same. */
    private static String bare(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return MARKS.matcher(plain).replaceAll("");
    }

    /** The field that its outcome needs and that it lacks. */
    private static Optional<String> missing(KnownQuestion known) {
        return switch (known.outcome()) {
            case SECTION -> known.section() == null && known.sectionAny().isEmpty()
                    ? Optional.of(SECTION)
                    : Optional.empty();
            case "listed", "list" -> known.rows().isEmpty() ? Optional.of("rows") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Problem warning(String file, int line, String message, String chinese) {
        return new Problem(file, line, Problem.Severity.WARNING, message, chinese);
    }
}
