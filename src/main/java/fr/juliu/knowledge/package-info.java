/**
 * The folder of articles as an immutable snapshot, the catalogue of permits, and what is wrong with a file: {@link
 * LibraryReader} reads a {@link Library}.
 *
 * {@snippet :
 * Library library = new LibraryReader(folder, null, clock).read();
 * String title = library.articles().getFirst().title(); // 在线申请法国外国人居留
 * List<Problem> problems = library.problems(); // by file and line; nothing is thrown
 * }
 *
 * <p>A {@link Section} is the text under a heading, a {@link Passage} a question with its answer in a list, a {@link
 * RolloutEntry} one permit of a table that tells since when it can be applied for online. {@link KnownQuestion}s stand
 * beside the articles, with the answers that are right. A broken file becomes {@link Problem}s and is left out; only a
 * folder without any readable article is an error ({@link NoArticlesException}).
 *
 * <p>{@link CatalogueReader} reads the names of permits from a {@link ConfigFolder}. The catalogue never claims that a
 * permit is listed: only a table does.
 */
@NullMarked
package fr.juliu.knowledge;

import org.jspecify.annotations.NullMarked;
