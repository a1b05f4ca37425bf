/**
 * From the text of a question to what it asks: {@link QuestionReader} reads a {@link Question}.
 *
 * {@snippet :
 * QuestionReader reader = new QuestionReader(folding, vocabulary, new PeriodReader(clock), words, null);
 * Question question = reader.read("學生居留 2020 年能網上申請嗎");
 * String permit = question.mentions().getFirst().permit().id(); // etudiant
 * boolean online = question.asksOnline(); // true
 * }
 *
 * <p>A question names permits ({@link Mention}), asks points about them ({@link Aspect}), perhaps of some months
 * ({@link Period}), for the first time or a renewal ({@link Phase}), and speaks of other things ({@link Keyword}). It
 * may be urgent, and it may lean on the question before it; what that means is told by {@code decide}.
 *
 * <p>All of this is by names, dates and words that a keeper can edit ({@link Vocabulary}), and none of it by vectors:
 * what is exact is not guessed. A misspelt name is repaired only where nothing is understood without ({@link
 * SpellingRepair}).
 */
@NullMarked
package fr.juliu.understand;

import org.jspecify.annotations.NullMarked;
