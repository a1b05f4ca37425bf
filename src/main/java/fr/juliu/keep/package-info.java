/**
 * The work of whoever keeps the knowledge, without a messenger: {@link Reindexing} publishes, {@link KeeperFigures}
 * tells what was asked and what nothing answered.
 *
 * {@snippet :
 * Reindexing reindexing = new Reindexing(reader, config, current, publications, clock);
 * Reindexing.Report report = reindexing.run(Reindexing.Mode.PUBLISH, progress -> {
 * });
 * String verdict = report.verdict(); // 没有改动，不用发布，还用现在的版本。
 * }
 *
 * <p>A reindexing builds a new edition beside the current one, asks it the known questions, and publishes it in one
 * step; or it publishes nothing and says why: a broken file, a known question that passed and would fail, content that
 * would be lost. {@link Publications} remember what changed, across restarts and for every replica; {@link Following} has the other
 * replicas answer from it, too.
 */
@NullMarked
package fr.juliu.keep;

import org.jspecify.annotations.NullMarked;
