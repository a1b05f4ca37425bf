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
 * <p>It lets the table answer at once where nothing but what it tells is asked. Else it weighs few features that have
 * names ({@link Scoring}): which place is the best, and whether that, the table or nothing is right; the chance of it is
 * the answer's confidence, a refusal's included. Known questions near to the one asked vote ({@link Neighbours}), so that
 * one more of them teaches at once. Places that none of them leads to are weighed apart ({@link Claim}); in a folder that
 * has no known questions these are all. {@link Verdicts} puts the answers together, those to urgent cases and small talk,
 * too.
 *
 * <p>A question that leans on the one before it is taken by {@link ContextReader} for the whole question that it is
 * short for ({@link FollowUp}) and that is answered most surely. {@link DialogueState} is all that a conversation keeps.
 *
 * <p>Nothing here is worded for people: an answer holds facts and a {@link Citation}.
 */
@NullMarked
package fr.juliu.decide;

import org.jspecify.annotations.NullMarked;
