package fr.juliu.answer;

import fr.juliu.knowledge.Permit;

/**
 * A permit named in a question.
 *
 * @param start  where in the folded question
 * @param end    exclusive
 * @param strong whether the word means the permit wherever it stands
 */
record Mention(Permit permit, int start, int end, boolean strong) {
}
