package fr.juliu.decide;

import fr.juliu.knowledge.Catalogue;
import fr.juliu.knowledge.ConfigEntry;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Link;
import fr.juliu.search.SentenceModel;
import fr.juliu.search.TextFolding;
import fr.juliu.understand.Mention;
import fr.juliu.understand.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one official page of each topic, as {@code pages.yml} has them. The topic of a question is the one whose names and
 * descriptions mean most nearly what it says, together with the permits that it names; without the model, the one that
 * it names.
 */
public final class OfficialPages {

    private static final String FILE = "pages.yml";
    /** So near a topic has to be; below it nobody can tell what a question is about. By pages-tuning.txt of the tests. */
    private static final double NEAR = 0.45;
    /** What a permit of the topic that the question names adds to the cosine, and what the topic's own name does. */
    private static final double PERMIT = 0.2;
    private static final double NAME = 0.1;

    private final List<Topic> topics;
    private final Topic general;
    private final @Nullable SentenceModel model;

    /**
     * Something that people ask about, with its page.
     *
     * @param names   what people call it, folded
     * @param about   descriptions, folded
     * @param permits ids of the permits that a question about it may name
     * @param ask     whom to ask about it; empty where it is the usual ones
     */
    record Topic(List<String> names, List<String> about, Set<String> permits, Link page, Optional<Help.Point> ask) {

        Topic {
            names = List.copyOf(names);
            about = List.copyOf(about);
            permits = Set.copyOf(permits);
        }
    }

    private OfficialPages(List<Topic> topics, Topic general, @Nullable SentenceModel model) {
        this.topics = List.copyOf(topics);
        this.general = general;
        this.model = model;
    }

    /**
     * The pages as the file has them now.
     *
     * @throws fr.juliu.knowledge.ConfigException when the file is missing or wrong
     */
    public static OfficialPages read(ConfigFolder folder, Catalogue catalogue, TextFolding folding,
            @Nullable SentenceModel model) {
        ConfigEntry root = folder.entry(FILE).only("general", "pages");
        Link general = page(root.entry("general").only("title", "url"));
        List<Topic> topics = root.entries("pages").stream().map(entry -> {
            List<String> permits = folder.isOwn(FILE)
                    ? entry.ids("permits", catalogue.permits().keySet(), "permits.yml")
                    : entry.texts("permits");
            return topic(entry, permits, folding);
        }).toList();
        return new OfficialPages(topics, new Topic(List.of(), List.of(), Set.of(), general, Optional.empty()), model);
    }

    private static Topic topic(ConfigEntry entry, List<String> permits, TextFolding folding) {
        entry.only("names", "about", "permits", "title", "url", "ask");
        List<String> names = entry.texts("names").stream().map(folding::fold).toList();
        if (names.isEmpty()) {
            throw entry.wrong("needs 'names': what people call the topic, in Chinese and French",
                    "缺少 names：人们怎么叫这个题目，中文和法语");
        }
        return new Topic(names, entry.texts("about").stream().map(folding::fold).toList(),
                Set.copyOf(permits), page(entry),
                entry.has("ask") ? Optional.of(new Help.Point(entry.text("ask"), null)) : Optional.empty());
    }

    private static Link page(ConfigEntry entry) {
        String url = entry.text("url");
        if (!url.startsWith("https://")) {
            throw entry.wrong("'url' must begin with https://; it is " + url, "url 要以 https:// 开头；现在是 " + url);
        }
        return new Link(entry.text("title"), url);
    }

    /** The texts that questions are compared with, folded. */
    public List<String> texts() {
        return topics.stream().flatMap(topic -> texts(topic).stream()).distinct().toList();
    }

    /** The same without the model. */
    public OfficialPages withoutModel() {
        return new OfficialPages(topics, general, null);
    }

    /**
     * The page of the topic that a question is about; empty where that cannot be told.
     *
     * @throws fr.juliu.search.ModelException when the model fails at the question
     */
    public Optional<Link> of(Question question) {
        return topic(question).map(Topic::page);
    }

    /** The page that leads to all others. */
    public Link general() {
        return general.page();
    }

    /** The page of a question's topic, else the general one, and whom to ask about it. */
    Help help(Question question, Help usual) {
        Topic topic = topic(question).orElse(general);
        List<Help.Point> points = new ArrayList<>();
        points.add(new Help.Point(topic.page().title(), topic.page().url()));
        topic.ask().ifPresentOrElse(points::add, () -> points.addAll(usual.points()));
        return new Help(usual.say(), points);
    }

    List<Topic> topics() {
        return topics;
    }

    Optional<Topic> topic(Question question) {
        SentenceModel meaning = model;
        if (meaning == null) {
            return named(question);
        }
        return topics.stream().map(topic -> new Near(topic, nearness(question, topic, meaning)))
                .max(Comparator.comparingDouble(Near::nearness)).filter(near -> near.nearness() >= NEAR)
                .map(Near::topic);
    }

    /** A topic with how near a question is to it. */
    private record Near(Topic topic, double nearness) {
    }

    private static double nearness(Question question, Topic topic, SentenceModel meaning) {
        double cosine = texts(topic).stream().mapToDouble(text -> meaning.nearness(question.folded(), text)).max()
                .orElse(0);
        boolean permit = question.mentions().stream().anyMatch(mention -> isOf(mention, topic));
        return cosine + (permit ? PERMIT : 0) + (name(question, topic) > 0 ? NAME : 0);
    }

    /** The topic with the longest name that a question holds, else the first one of a permit that it names. */
    private Optional<Topic> named(Question question) {
        return topics.stream().filter(topic -> name(question, topic) > 0)
                .max(Comparator.comparingInt(topic -> name(question, topic)))
                .or(() -> question.mentions().stream().filter(Mention::strong)
                        .flatMap(mention -> topics.stream().filter(topic -> isOf(mention, topic))).findFirst());
    }

    /** How long the longest of a topic's names is that a question holds; 0 when it holds none. */
    private static int name(Question question, Topic topic) {
        return topic.names().stream().filter(question.folded()::contains).mapToInt(String::length).max().orElse(0);
    }

    private static boolean isOf(Mention mention, Topic topic) {
        return topic.permits().contains(mention.permit().id());
    }

    private static List<String> texts(Topic topic) {
        List<String> texts = new ArrayList<>(topic.names());
        texts.addAll(topic.about());
        return texts;
    }
}
