/**
 * The words of editions in an OpenSearch cluster, in place of an index in this process: {@link
 * fr.juliu.search.cluster.OpenSearchEngine} is one more engine behind the door {@link fr.juliu.search.SearchEngine}. Off
 * unless {@code juliu.search} is {@code opensearch}.
 *
 * {@snippet :
 * ClusterSettings settings = ClusterSettings.of(address); // such as http://127.0.0.1:9200
 * try (OpenSearchEngine engine = new OpenSearchEngine(settings, SearchEngine.MEMORY, log::add);
 *         Edition edition = Edition.of(library, config, clock, new ModelUse(false, null, null, log::add),
 *                 engine)) {
 *     CurrentEdition current = new CurrentEdition(edition); // its words are put into the cluster in the background
 *     Reply reply = current.get().answerer().ask("怎么注册账号"); // by the index here until they are there
 *     ClusterCondition condition = engine.condition();
 * }
 * }
 *
 * <p>Texts and questions are cut into words here, by the same analyzer as for an index in this process; the cluster stores
 * words and scores them by BM25. All else (places, vectors, features, the decision) stays here. So both engines find
 * the same, and the cluster needs no plugin.
 *
 * <p>An index of the cluster is named after its content ({@link fr.juliu.search.cluster.IndexContent}), written once and
 * never changed: an edition asks its own, whatever is published meanwhile, and what another replica wrote is used as it
 * is ({@link fr.juliu.search.cluster.IndexFilling}). Aliases say which index is the current and which was the last ({@link
 * fr.juliu.search.cluster.Aliases}).
 *
 * <p>Each edition keeps its index in this process, too. It answers until the cluster holds all of it, when {@link
 * fr.juliu.search.cluster.BackPressure} lets no more through, and while the cluster is away.
 */
@NullMarked
package fr.juliu.search.cluster;

import org.jspecify.annotations.NullMarked;
