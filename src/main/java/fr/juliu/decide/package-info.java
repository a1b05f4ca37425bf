/**
 * From a question to a sealed {@link Answer} with its {@link Explanation}: a {@link Decider} decides, and whoever is
 * given an answer reads it by a switch over its kinds.
 *
 * {@snippet :
 * return switch (answer) {
 *     case Answer.Listed listed -> "online since " + listed.facts().getFirst().since();
 *     case Answer.NotListed none -> "no table lists " + none.permits();
 *     case Answer.Listing list -> list.facts().size() + " permits";
 *     case Answer.FromSection section -> section.citation().section();
 *     case Answer.Pinned pinned -> pinned.by() + " says so";
 *     case Answer.Clarify clarify -> "one of " + clarify.options();
 *     case Answer.Unknown unknown -> "nothing";
 * };
 * }
 *
 * <p>A question goes through steps, of which the first that answers wins: help for an urgent case, small talk, the
 * rollout table, a passage, a refusal. A table answers at once where nothing but what it tells is asked. Else the
 * passages near to the question are ranked by a softmax over few features that have names, and the best of them is
 * weighed against what the table says, a list, and no answer. What features weigh lies in {@code model/decider.json},
 * made by {@code train/}; the probability is the answer's confidence, a refusal's included.
 *
 * <p>Known questions near to the one asked vote for what answered them, so that one more of them teaches at once.
 *
 * <p>A question that leans on the one before it is taken by {@link ContextReader} for the whole question that it is
 * short for ({@link FollowUp}) and that is answered most surely, with at most three decisions. {@link DialogueState}
 * is all that a conversation keeps.
 *
 * <p>Nothing here is worded for people: an answer holds facts and a {@link Citation}.
 */
@NullMarked
package fr.juliu.decide;

import org.jspecify.annotations.NullMarked;
