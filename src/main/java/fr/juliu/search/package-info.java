/**
 * The Lucene index over sections, passages and rollout entries, the small model, and the analysis of Chinese mixed
 * with French. {@link PlaceIndex} finds places.
 */
@NullMarked
package fr.juliu.search;

import org.jspecify.annotations.NullMarked;
