package fr.juliu.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The topics that articles are grouped by, as {@code topics.yml} has them. */
public final class Topics {

    private static final String FILE = "topics.yml";
    private static final Topic OTHERS = new Topic("其他", "", null);

    private final List<Topic> topics;

    private Topics(List<Topic> topics) {
        this.topics = List.copyOf(topics);
    }

    /**
     * A topic.
     *
     * @param about what is below it, in a few words; empty for nothing
     * @param ask   a question of it, as an example; null for none
     */
    public record Topic(String name, String about, @Nullable String ask) {
    }

    /** A topic with its articles, by the names of their files. */
    public record Group(Topic topic, List<Article> articles) {

        public Group {
            articles = articles.stream()
                    .sorted(Comparator.comparing(article -> article.slug().toLowerCase(Locale.ROOT)))
                    .toList();
        }
    }

    /**
     * The topics as the file has them now.
     *
     * @throws ConfigException when the file is missing or wrong
     */
    public static Topics read(ConfigFolder folder) {
        return new Topics(folder.entry(FILE).only("topics").entries("topics").stream().map(Topics::topic).toList());
    }

    private static Topic topic(ConfigEntry entry) {
        entry.only("name", "about", "ask");
        return new Topic(entry.text("name"), entry.text("about"), entry.has("ask") ? entry.text("ask") : null);
    }

    /** The articles by topic: those of the file first, then others that articles name, last those without one. */
    public List<Group> of(List<Article> articles) {
        Map<Topic, List<Article>> byTopic = new LinkedHashMap<>();
        topics.forEach(topic -> byTopic.put(topic, new ArrayList<>()));
        articles.stream().sorted(Comparator.comparing(article -> article.topic() == null))
                .forEach(article -> byTopic.computeIfAbsent(topic(article), topic -> new ArrayList<>()).add(article));
        return byTopic.entrySet().stream().filter(group -> !group.getValue().isEmpty())
                .map(group -> new Group(group.getKey(), group.getValue())).toList();
    }

    /** The topics of articles that the file lacks, and so are perhaps misspelt. */
    public List<Problem> problems(List<Article> articles) {
        Set<String> known = topics.stream().map(Topic::name).collect(Collectors.toSet());
        return articles.stream().flatMap(article -> Stream.ofNullable(article.topic())
                .filter(topic -> !known.contains(topic)).map(topic -> unknown(article, topic))).toList();
    }

    private static Problem unknown(Article article, String topic) {
        return new Problem(article.file(), 1, Problem.Severity.WARNING, "the topic " + FileProblems.quote(topic)
                + " is not in config/topics.yml, so it stands by itself on the pages; write one of those, or add it there",
                "主题" + FileProblems.quoted(topic) + "不在 config/topics.yml 里，网页上单独成一组；请写里面有的，或者加进去");
    }

    private Topic topic(Article article) {
        String name = article.topic();
        if (name == null) {
            return OTHERS;
        }
        Optional<Topic> known = topics.stream().filter(topic -> topic.name().equals(name)).findFirst();
        return known.orElse(new Topic(name, "", null));
    }
}
