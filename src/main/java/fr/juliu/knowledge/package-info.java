/**
 * The folder of articles as an immutable snapshot, the catalogue of permits, and what is wrong with a file.
 * {@link LibraryReader} reads a {@link Library}.
 */
@NullMarked
package fr.juliu.knowledge;

import org.jspecify.annotations.NullMarked;
