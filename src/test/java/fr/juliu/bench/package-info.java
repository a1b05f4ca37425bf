/**
 * What the benchmarks of the profile {@code bench} share: folders made from a seed ({@link SyntheticText}) and the tables
 * that they print ({@link Table}).
 */
@NullMarked
package fr.juliu.bench;

import org.jspecify.annotations.NullMarked;
