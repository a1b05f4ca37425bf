/**
 * A published state of the knowledge: an {@link Edition} is a library with its index, and its {@link Answerer} the one
 * door to ask.
 *
 * {@snippet :
 * try (Edition edition = Edition.of(library, config, clock, false)) {
 *     Reply reply = edition.answerer().ask("学生居留能网上申请吗");
 *     Reply next = edition.answerer().ask("那游客呢", reply.state()); // 可以。游客 visiteur：2021 年 9 月起…
 * }
 * }
 *
 * <p>An edition never changes. {@link CurrentEdition} holds the one that answers now, and a newer one takes its place
 * in one step, so that no question waits or sees a half. What a question may lean on is handed in as the state of the
 * reply before it: an answerer remembers no talk.
 *
 * <p>{@link Scorecard} asks an edition known questions, of which none helps to answer itself; {@link EditionChange}
 * and {@link EditionLoss} tell how two editions differ.
 */
@NullMarked
package fr.juliu.edition;

import org.jspecify.annotations.NullMarked;
