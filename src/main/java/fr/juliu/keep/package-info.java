/**
 * The work of whoever keeps the knowledge, without a messenger: {@link Reindexing} publishes, {@link KeeperFigures}
 * tells what was asked and what nothing answered.
 */
@NullMarked
package fr.juliu.keep;

import org.jspecify.annotations.NullMarked;
