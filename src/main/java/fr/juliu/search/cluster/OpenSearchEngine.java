package fr.juliu.search.cluster;

import fr.juliu.search.MixedTextAnalyzer;
import fr.juliu.search.SearchEngine;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks words up in an OpenSearch cluster. What is published is put there in the background, by one thread that also
 * looks at the cluster now and then; what is never published never gets there.
 */
public final class OpenSearchEngine implements SearchEngine, AutoCloseable {

    private final ClusterSettings settings;
    private final SearchEngine local;
    private final Consumer<String> log;
    private final Cluster cluster;
    private final BackPressure pressure;
    private final IndexFilling filling;
    private final Aliases aliases;
    private final AtomicReference<@Nullable EditionIndexes> published = new AtomicReference<>();
    /** Those that have the aliases, as far as this process knows. */
    private final AtomicReference<@Nullable EditionIndexes> named = new AtomicReference<>();
    private final AtomicReference<String> fault = new AtomicReference<>("");
    private final ScheduledFuture<?> looking;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("opensearch").unstarted(work));

    /**
     * An engine; the cluster need not be there.
     *
     * @param local makes the indexes that answer where the cluster does not
     * @param log   is told when the cluster is away, once, and when it is back
     */
    public OpenSearchEngine(ClusterSettings settings, SearchEngine local, Consumer<String> log) {
        this.settings = settings;
        this.local = local;
        this.log = log;
        cluster = new Cluster(settings);
        pressure = new BackPressure(settings.atOnce(), this::away);
        filling = new IndexFilling(cluster, settings.shards());
        aliases = new Aliases(cluster, settings.prefix());
        long pause = settings.probe().toMillis();
        looking = thread.scheduleWithFixedDelay(this::tend, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public ClusterIndex index(String name, MixedTextAnalyzer analyzer, Supplier<Stream<Map<String, String>>> texts) {
        return new ClusterIndex(new IndexContent(name, analyzer, texts), local.index(name, analyzer, texts),
                new ClusterIndex.Access(settings, cluster, pressure));
    }

    @Override
    public SearchEngine edition() {
        return new EditionIndexes(this);
    }

    void publish(EditionIndexes indexes) {
        published.set(indexes);
        try {
            thread.execute(this::tend);
        } catch (RejectedExecutionException e) {
            // the app ends
        }
    }

    /** Looks at the cluster now, fills and names what is published; returns when that is done. */
    void settle() throws InterruptedException, ExecutionException {
        thread.submit(this::tend).get();
    }

    /** How the cluster does. */
    public ClusterCondition condition() {
        EditionIndexes now = published.get();
        String why = fault.get();
        boolean filled = now != null && now.areFilled();
        ClusterCondition.State state = pressure.isOpen() || (!filled && !why.isEmpty())
                ? ClusterCondition.State.AWAY
                : filled ? ClusterCondition.State.WORKS : ClusterCondition.State.FILLING;
        return new ClusterCondition(state, why, pressure.there(), pressure.here(), cluster.failing());
    }

    /** Fills what is published, looks whether it is found, and names it; what fails is done again the next time. */
    private void tend() {
        EditionIndexes now = published.get();
        if (now == null) {
            return;
        }
        try {
            now.all().forEach(index -> index.fill(filling));
            if (looksWell(now)) {
                name(now);
                back();
            }
        } catch (ClusterException e) {
            away(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            away("cannot be used (" + e + ")");
        }
    }

    /** One look that fails is no more than one search that does: what comes of several, the back-pressure tells. */
    private boolean looksWell(EditionIndexes now) {
        try {
            pressure.look(now.all().getFirst()::look);
            return true;
        } catch (ClusterException e) {
            return false;
        }
    }

    private void name(EditionIndexes now) {
        if (named.get() != now) {
            Map<String, String> names = new TreeMap<>();
            now.all().forEach(index -> names.put(index.kind(), index.name()));
            aliases.move(names);
            named.set(now);
        }
    }

    private void away(String why) {
        if (fault.getAndSet(why).isEmpty()) {
            log.accept("OpenSearch at " + settings.hosts() + " " + why
                    + "; what it does not answer is answered from the index in this process");
        }
    }

    private void back() {
        if (!fault.getAndSet("").isEmpty()) {
            log.accept("OpenSearch at " + settings.hosts() + " answers again");
        }
    }

    @Override
    public void close() {
        looking.cancel(true);
        thread.shutdownNow();
        cluster.close();
    }
}
