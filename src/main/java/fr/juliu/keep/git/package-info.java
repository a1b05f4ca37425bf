/**
 * Git, where the folder of articles is part of a clone: {@link GitClone} is its door, and nothing of the library that
 * speaks git shows outside.
 */
@NullMarked
package fr.juliu.keep.git;

import org.jspecify.annotations.NullMarked;
