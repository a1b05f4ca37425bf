package fr.juliu.search;

import fr.juliu.knowledge.KnownQuestion;
import fr.juliu.knowledge.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Questions with their answers from a file of any name. */
public final class QuestionFile {

    private QuestionFile() {
    }

    /** The questions of a file, read beside no article. */
    public static List<KnownQuestion> read(Path file) throws IOException {
        Path folder = Files.createTempDirectory("questions");
        Path copy = Files.copy(file, folder.resolve("questions.jsonl"));
        List<KnownQuestion> questions = new LibraryReader(folder, null, Clock.systemUTC()).read().questions();
        Files.delete(copy);
        Files.delete(folder);
        return questions;
    }
}
