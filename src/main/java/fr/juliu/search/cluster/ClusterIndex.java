package fr.juliu.search.cluster;

import fr.juliu.search.WordIndex;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An index in a cluster, with the same one in this process: that one answers while the cluster does not hold all of it, or
 * does not answer.
 */
final class ClusterIndex implements WordIndex {

    private final IndexContent content;
    private final WordIndex here;
    private final Access access;
    /** Made when first filled, by the one thread that does so: all texts are cut into words for it. */
    private IndexContent.@Nullable Fingerprint fingerprint;
    private volatile String filled = "";

    ClusterIndex(IndexContent content, WordIndex here, Access access) {
        this.content = content;
        this.here = here;
        this.access = access;
    }

    /** What it is an index of, such as places. */
    String kind() {
        return content.name();
    }

    /** Whether the cluster holds all of it, as far as is known. */
    boolean isFilled() {
        return !filled.isEmpty();
    }

    /** Its name in the cluster, after its content; empty while the cluster does not hold all of it. */
    String name() {
        return filled;
    }

    /**
     * Sees to it that the cluster holds all of it.
     *
     * @throws ClusterException when it does not
     */
    void fill(IndexFilling filling) {
        if (isFilled()) {
            return;
        }
        IndexContent.Fingerprint print = fingerprint;
        if (print == null) {
            print = content.fingerprint(access.settings().shards());
            fingerprint = print;
        }
        String name = access.settings().prefix() + "-" + kind() + "-" + print.id();
        filling.fill(name, content, print.texts());
        filled = name;
    }

    @Override
    public List<Scored> best(List<Term> words, int most) {
        String name = filled;
        if (words.isEmpty()) {
            return List.of();
        }
        if (name.isEmpty()) {
            access.pressure().skipped();
            return here.best(words, most);
        }
        Optional<List<Scored>> found = access.pressure().through(() -> ask(name, words, most));
        return found.orElseGet(() -> here.best(words, most));
    }

    /**
     * What the cluster finds.
     *
     * @throws ClusterException when it finds nothing out
     */
    private List<Scored> ask(String name, List<Term> words, int most) {
        ClusterSettings settings = access.settings();
        Cluster.Reply reply = access.cluster().send("POST", SearchBody.path(name, settings.shards()),
                SearchBody.of(words, most, settings.timeout()), settings.timeout());
        if (reply.status() == 404) {
            filled = "";
            throw new ClusterException("does not have the index " + name);
        }
        return SearchBody.read(reply.orThrow());
    }

    /**
     * Asks the cluster for a word that no text holds.
     *
     * @throws ClusterException when it does not answer
     */
    void look() {
        ask(name(), List.of(new Term("none", "-", 1)), 1);
    }

    @Override
    public long bytes() {
        return here.bytes();
    }

    @Override
    public void close() {
        here.close();
    }

    /** The way to a cluster. */
    record Access(ClusterSettings settings, Cluster cluster, BackPressure pressure) {
    }
}
