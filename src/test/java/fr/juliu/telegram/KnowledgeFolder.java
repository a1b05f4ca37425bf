package fr.juliu.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of the article and of some of its known questions, for tests that edit them. */
final class KnowledgeFolder {

    private static final Path OURS = Path.of("knowledge");
    private static final String ARTICLE = "demande-en-ligne.md";
    private static final String QUESTIONS = "questions.jsonl";
    private static final int SOME = 30;

    private final Path folder;

    KnowledgeFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            List<String> questions = Files.readAllLines(OURS.resolve(QUESTIONS)).subList(0, SOME);
            Files.write(folder.resolve(QUESTIONS), questions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        restore();
    }

    String setting() {
        return "--juliu.knowledge=" + folder;
    }

    /** Puts other words into the article in place of some that stand there. */
    void edit(String words, String others) {
        String text = read(folder);
        if (!text.contains(words)) {
            throw new IllegalArgumentException("the article does not say " + words);
        }
        write(text.replace(words, others));
    }

    /** Puts the article back as it was. */
    void restore() {
        write(read(OURS));
    }

    private static String read(Path folder) {
        try {
            return Files.readString(folder.resolve(ARTICLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(folder.resolve(ARTICLE), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
