package fr.juliu.keep;

/**
 * What readers said of answers.
 *
 * @param useful  how many were said to be of use
 * @param useless how many were said to be of none
 */
public record Judged(int useful, int useless) {
}
