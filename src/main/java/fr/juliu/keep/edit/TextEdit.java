package fr.juliu.keep.edit;

import fr.juliu.knowledge.ArticlePart;
import fr.juliu.tell.Digest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A change of a file's text, which knows what it starts from. */
public sealed interface TextEdit
        permits TextEdit.Fresh, TextEdit.Added, TextEdit.Part, TextEdit.Whole, TextEdit.Lines, RowEdit {

    /**
     * The text afterwards; empty when the file no longer holds what the edit starts from.
     *
     * @param former what the file holds, its lines ended by \n; null when there is none
     * @param parts  the parts of a text; none when it cannot be read as an article
     */
    Optional<String> apply(@Nullable String former, Function<String, List<ArticlePart>> parts);

    /** A file that is not there yet. */
    record Fresh(String text) implements TextEdit {

        @Override
        public Optional<String> apply(@Nullable String former, Function<String, List<ArticlePart>> parts) {
            return former == null ? Optional.of(text.strip() + "\n") : Optional.empty();
        }
    }

    /** A section behind the last one. */
    record Added(String text) implements TextEdit {

        @Override
        public Optional<String> apply(@Nullable String former, Function<String, List<ArticlePart>> parts) {
            return Optional.ofNullable(former).map(whole -> whole.stripTrailing() + "\n\n" + text.strip() + "\n");
        }
    }

    /**
     * Another text of one part, wherever it stands by now.
     *
     * @param index where it stood
     * @param base  the fingerprint of what it was
     */
    record Part(int index, String base, String text) implements TextEdit {

        @Override
        public Optional<String> apply(@Nullable String former, Function<String, List<ArticlePart>> parts) {
            if (former == null) {
                return Optional.empty();
            }
            List<ArticlePart> all = parts.apply(former);
            Stream<ArticlePart> there = all.stream().filter(part -> part.index() == index);
            return Stream.concat(there, all.stream()).filter(part -> Digest.of(part.text()).equals(base)).findFirst()
                    .map(part -> part.replacedIn(former, text));
        }
    }

    /**
     * Another text of the whole file, which may be broken.
     *
     * @param base the fingerprint of what it was
     */
    record Whole(String base, String text) implements TextEdit {

        @Override
        public Optional<String> apply(@Nullable String former, Function<String, List<ArticlePart>> parts) {
            return Optional.ofNullable(former).filter(whole -> Digest.of(whole).equals(base))
                    .map(whole -> text.stripTrailing() + "\n");
        }
    }

    /** Lines behind the last one; the file begins with them when there is none. */
    record Lines(List<String> lines) implements TextEdit {

        public Lines {
            lines = List.copyOf(lines);
        }

        @Override
        public Optional<String> apply(@Nullable String former, Function<String, List<ArticlePart>> parts) {
            String before = former == null || former.isBlank() ? "" : former.stripTrailing() + "\n";
            return Optional.of(before + String.join("\n", lines) + "\n");
        }
    }
}
