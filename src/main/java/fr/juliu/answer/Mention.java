package fr.juliu.answer;

import fr.juliu.knowledge.Permit;

/**
 * A permit named in a question.
 *
 * @param start  where in the folded question
 * @param end    exclusive
 * @param strong  whether the word means the permit wherever it stands
 * @param pattern whether it was told by a pattern with a gap, which says more than the name
 */
record Mention(Permit permit, int start, int end, boolean strong, boolean pattern) {
}
