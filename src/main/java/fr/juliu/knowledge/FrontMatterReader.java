package fr.juliu.knowledge;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** The reader of one article's front matter. */
final class FrontMatterReader {

    private static final List<String> KEYS = List.of("title", "topic", "as_of", "source", "ages", "aliases", "lang");
    /** What Jekyll and its theme Minimal Mistakes read; articles written for them are taken as they are. */
    private static final Set<String> OTHERS = Set.of("layout", "permalink", "published", "date", "category",
            "categories",
            "tags", "slug", "redirect_from", "last_modified_at", "author", "author_profile", "authors", "classes",
            "comments", "description", "excerpt", "header", "image", "keywords", "locale", "read_time", "related",
            "share",
            "show_date", "sidebar", "tagline", "toc", "toc_icon", "toc_label", "toc_sticky", "words_per_minute");
    private static final Pattern QUOTES = Pattern.compile("[“”„‟‘’].*|.*[“”„‟]");

    private final ArticleText text;
    private final LinkReader links;
    private final AgeReader ages;
    private final FileProblems problems;

    FrontMatterReader(ArticleText text, LinkReader links, AgeReader ages, FileProblems problems) {
        this.text = text;
        this.links = links;
        this.ages = ages;
        this.problems = problems;
    }

    /** The front matter, or null and an error among the problems. */
    @Nullable
    FrontMatter read() {
        Map<?, ?> keys = keys();
        if (keys == null) {
            return null;
        }
        String title = scalar(keys.get("title"));
        if (title == null) {
            problems.error(text.lineOf("title"), "the front matter has no title; add a line title: …",
                    "文件头里没有标题；请加一行 title: …");
        }
        keys.keySet().stream().map(String::valueOf).filter(key -> !KEYS.contains(key)).forEach(this::unknown);
        if (title != null && QUOTES.matcher(title).matches()) {
            problems.warning(text.lineOf("title"), "the title " + FileProblems.quote(title)
                    + " has curly quotes at an end, which readers see; write ASCII quotes around it, or none",
                    "标题" + FileProblems.quoted(title) + "的一头是弯引号，会显示出来；外面要用半角引号，或者不用");
        }
        YearMonth asOf = asOf(keys.get("as_of"));
        List<Link> sources = sources(keys.get("source"));
        AgeKind usual = ages.usual(keys.get("ages"), text.lineOf("ages"));
        return title == null
                ? null
                : new FrontMatter(title, asOf, sources, aliases(keys.get("aliases")),
                        scalar(keys.get("topic")), usual);
    }

    /** Tells of a key that nobody reads, and which of ours it nearly is; the keys of others are theirs. */
    private void unknown(String key) {
        Optional<String> near = NearWord.of(key, KEYS);
        if (near.isPresent() || !OTHERS.contains(key)) {
            problems.warning(text.lineOf(key), "the key '" + key + "' means nothing and is not read; "
                    + near.map(ours -> "did you mean '" + ours + "'?")
                            .orElseGet(() -> "those that are read are " + String.join(", ", KEYS)),
                    "键 " + key + " 没有意义，没有读；" + near.map(ours -> "是不是想写 " + ours + "？")
                            .orElseGet(() -> "会读的是 " + String.join("、", KEYS)));
        }
    }

    /** Tells of a key that stands there twice: the last one is read. */
    private void twice(Yaml yaml, String matter) {
        if (yaml.compose(new StringReader(matter)) instanceof MappingNode mapping) {
            Set<String> seen = new HashSet<>();
            mapping.getValue().stream().map(NodeTuple::getKeyNode).filter(key -> !seen.add(ConfigWords.text(key)))
                    .forEach(key -> problems.warning(ConfigWords.line(key) + 1, "the key '" + ConfigWords.text(key)
                            + "' stands there twice, and only the last is read; keep one",
                            "键 " + ConfigWords.text(key) + " 写了两次，只读最后一个；请留一个"));
        }
    }

    private @Nullable Map<?, ?> keys() {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setWarnOnDuplicateKeys(false);
            Yaml yaml = new Yaml(new SafeConstructor(options));
            String matter = String.join("\n", text.yaml());
            twice(yaml, matter);
            Object loaded = yaml.load(matter);
            if (loaded == null) {
                return Map.of();
            }
            if (loaded instanceof Map<?, ?> map) {
                return map;
            }
            problems.error(2, "the front matter is no list of keys; write it as lines such as title: …",
                    "文件头不是一行一个键；请照 title: … 这样写");
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            notYaml(mark == null ? 1 : mark.getLine() + 2, String.valueOf(e.getProblem()));
        } catch (RuntimeException e) {
            // SnakeYAML throws more than its own exceptions on bad numbers and dates
            notYaml(1, String.valueOf(e.getMessage()));
        }
        return null;
    }

    private void notYaml(int line, String why) {
        problems.error(line, "the front matter is not YAML (" + FileProblems.quote(why)
                + "); write each line as key: value, with a colon of ASCII and a space, and put a value that holds a colon"
                + " or a quote between double quotes",
                "文件头不是 YAML；每行写「键: 值」，冒号用半角，后面空一格，值里有冒号或引号就用双引号括起来");
    }

    private @Nullable YearMonth asOf(@Nullable Object value) {
        if (value instanceof Date date) {
            return YearMonth.from(date.toInstant().atZone(ZoneOffset.UTC));
        }
        String month = scalar(value);
        if (value == null) {
            return null;
        }
        try {
            if (month != null && month.matches("[0-9]{4}-[0-9]{2}")) {
                return YearMonth.parse(month);
            }
        } catch (DateTimeException e) {
            // told below, as for any other text
        }
        problems.error(text.lineOf("as_of"),
                "as_of is " + FileProblems.quote(value.toString()) + "; write a month as YYYY-MM, such as 2024-07",
                "as_of 写的是" + FileProblems.quoted(value.toString()) + "；请写年月 YYYY-MM，比如 2024-07");
        return null;
    }

    private List<Link> sources(@Nullable Object value) {
        List<Link> sources = new ArrayList<>();
        for (Object each : list(value)) {
            Object url = each instanceof Map<?, ?> map ? map.get("url") : each;
            Object title = each instanceof Map<?, ?> map ? map.get("title") : null;
            String address = links.resolve(String.valueOf(url));
            if (address == null) {
                problems.warning(text.lineOf("source"), "the source " + FileProblems.quote(String.valueOf(each))
                        + " is left out; write an absolute URL, or title: … and url: …",
                        "来源" + FileProblems.quoted(String.valueOf(each)) + "没有用上；请写完整网址，或者写 title: … 和 url: …");
            } else {
                sources.add(new Link(title == null ? "" : title.toString().strip(), address));
            }
        }
        return sources;
    }

    private static List<String> aliases(@Nullable Object value) {
        List<String> aliases = new ArrayList<>();
        for (Object each : list(value)) {
            String alias = scalar(each);
            if (alias != null) {
                aliases.add(alias);
            }
        }
        return aliases;
    }

    private static Collection<?> list(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof Collection<?> many ? many : List.of(value);
    }

    private static @Nullable String scalar(@Nullable Object value) {
        if (value == null || value instanceof Collection || value instanceof Map) {
            return null;
        }
        String text = value.toString().strip();
        return text.isEmpty() ? null : text;
    }
}
