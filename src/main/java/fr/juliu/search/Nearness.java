package fr.juliu.search;

/**
 * How near a place is to a question in meaning, by cosines from -1 to 1.
 *
 * @param nearest of whatever of it is nearest, its heading included
 * @param heading of its heading
 * @param pair    the mean of its two nearest sentences; of the one that it has, or of the heading where it has none
 */
public record Nearness(double nearest, double heading, double pair) {
}
