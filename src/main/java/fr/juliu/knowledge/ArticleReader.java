package fr.juliu.knowledge;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** The reader of one article's file. */
final class ArticleReader {

    private final LinkReader links;
    private final Ages ages;
    private final Clock clock;

    ArticleReader(LinkReader links, Ages ages, Clock clock) {
        this.links = links;
        this.ages = ages;
        this.clock = clock;
    }

    /** The article, or null and at least one error among the problems. */
    @Nullable
    Article read(String name, TextFile file, LinkCheck check, FileProblems problems) {
        try {
            ArticleText text = ArticleText.split(file, problems);
            AgeReader lines = new AgeReader(ages, YearMonth.now(clock), problems);
            FrontMatter matter = text == null ? null : new FrontMatterReader(text, links, lines, problems).read();
            Article article = text == null || matter == null
                    ? null
                    : read(name, text, matter, lines, check, problems);
            return problems.hasErrors() ? null : article;
        } catch (StackOverflowError e) {
            problems.error(0, "lists, quotes or marks are nested too deeply; flatten them",
                    "列表、引用或标记套得太深；请少套几层");
            return null;
        }
    }

    private Article read(String name, ArticleText text, FrontMatter matter, AgeReader lines, LinkCheck check,
            FileProblems problems) {
        RolloutReader rollouts = new RolloutReader(matter.asOf(), clock, problems);
        Node document = Markdown.parse(text.body());
        List<Section> sections = new SectionReader(matter, links, rollouts, lines).read(document);
        YearMonth asOf = matter.asOf() != null ? matter.asOf() : asOf(sections);
        if (asOf == null && !problems.hasErrors()) {
            problems.warning(1, "nothing tells the month that the article describes; add a line as_of: YYYY-MM to the"
                    + " front matter", "看不出文章说的是哪个月；请在文件头加一行 as_of: YYYY-MM");
        }
        check.check(document, problems);
        LostMarkup.find(text.body(), document, problems);
        UnreadSources.find(text.body(), document, new SourceNoteReader(links), problems);
        WordlessImages.find(document, problems);
        return new Article(name, matter.title(), asOf, matter.sources(), matter.aliases(), matter.topic(), sections,
                ArticlePage.of(text.body(), Anchors.of(document), links));
    }

    private static @Nullable YearMonth asOf(List<Section> sections) {
        return sections.stream().flatMap(section -> section.tables().stream()).limit(1).map(RolloutTable::asOf)
                .filter(month -> month != null).findFirst().orElse(null);
    }
}
