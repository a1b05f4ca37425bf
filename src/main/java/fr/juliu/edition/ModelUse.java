package fr.juliu.edition;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an edition uses the model of sentences.
 *
 * @param on      whether sentences are compared by their meaning, too, where words are not sure
 * @param library the folder for the model's native library; null for the one for temporary files
 * @param vectors the file that the vectors of the knowledge are kept in; null to keep them in memory alone
 * @param trouble is told, once, that the model does not do its work, and what to do
 */
public record ModelUse(boolean on, @Nullable Path library, @Nullable Path vectors, Consumer<String> trouble) {
}
