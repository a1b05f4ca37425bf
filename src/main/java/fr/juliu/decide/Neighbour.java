package fr.juliu.decide;

import fr.juliu.knowledge.KnownQuestion;

/**
 * A known question with what it counts for a new one.
 *
 * @param likeness the cosine of the two, from -1 to 1
 * @param weight   its part in what is said; below 0 where a nearer one says enough
 */
record Neighbour(KnownQuestion known, double likeness, double weight) {
}
