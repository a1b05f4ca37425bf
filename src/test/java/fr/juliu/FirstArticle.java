package fr.juliu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

    /** Another folder that holds what this one does, and another article of ours with its phrasings,
     * such as {@code etudiant.md}. */
    public static Path and(String article, Path folder) {
        try {
            Files.createDirectories(folder);
            for (String name : List.of("demande-en-ligne.md", "questions.jsonl")) {
                Files.copy(FOLDER.resolve(name), folder.resolve(name));
            }
            Files.copy(OURS.resolve(article), folder.resolve(article));
            String phrasings = "phrasings/" + article.replace(".md", ".jsonl");
            Files.createDirectories(folder.resolve("phrasings"));
            Files.copy(OURS.resolve(phrasings), folder.resolve(phrasings));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
