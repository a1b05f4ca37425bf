/**
 * Who is told when what the rollout table says of a permit changes: {@link Watching} keeps the wishes, and says what is
 * to be told to whom.
 *
 * <pre>{@code
 * watching.add(chat, permit);
 * // an edition is published
 * for (Notice notice : watching.due("telegram", 30)) {
 *     watching.queue(notice, message(notice));
 * }
 * }</pre>
 *
 * <p>What is said of a permit is a {@link ListedRows}, kept as JSON; a change is the difference of two of them. Nothing
 * is ever lost or told twice on our side, for a watch is due as long as what was told differs from what is said.
 */
@NullMarked
package fr.juliu.keep.watch;

import org.jspecify.annotations.NullMarked;
