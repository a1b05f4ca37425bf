package fr.juliu.knowledge;

import java.nio.file.Path;
import java.util.List;

/**
 * The questions with known answers of a file beside no articles.
 *
 * @param problems what is wrong with its lines; a bad one is left out
 */
public record QuestionFile(List<KnownQuestion> questions, List<Problem> problems) {

    public QuestionFile {
        questions = List.copyOf(questions);
        problems = List.copyOf(problems);
    }

    /** Reads a file in the form of {@code questions.jsonl}. */
    public static QuestionFile read(Path path) {
        FileProblems found = new FileProblems(String.valueOf(path.getFileName()));
        TextFile file = TextFile.read(path, found);
        List<KnownQuestion> questions = file == null ? List.of() : new KnownQuestionReader(found).read(file);
        return new QuestionFile(questions, found.found());
    }
}
