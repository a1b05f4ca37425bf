package fr.juliu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with the first article alone and some of its known questions: quick to read, and enough for most tests. */
public final class FirstArticle {

    private static final Path OURS = Path.of("knowledge");
    private static final int SOME = 1000;
    private static final Path FOLDER = copy();

    private FirstArticle() {
    }

    /** The folder, which goes when the process ends. */
    public static Path folder() {
        return FOLDER;
    }

    private static Path copy() {
        try {
            Path folder = Files.createTempDirectory("article");
            folder.toFile().deleteOnExit();
            Path article = Files.copy(OURS.resolve("demande-en-ligne.md"), folder.resolve("demande-en-ligne.md"));
            article.toFile().deleteOnExit();
            Path questions = Files.write(folder.resolve("questions.jsonl"),
                    Files.readAllLines(OURS.resolve("questions.jsonl")).subList(0, SOME));
            questions.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
