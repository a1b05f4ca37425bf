/** The Lucene index over sections, passages and rollout entries, and the analysis of Chinese mixed with French. */
@NullMarked
package fr.juliu.search;

import org.jspecify.annotations.NullMarked;
