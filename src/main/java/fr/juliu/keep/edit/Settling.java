package fr.juliu.keep.edit;

import fr.juliu.knowledge.Article;
import fr.juliu.store.SettledQuestion;
import fr.juliu.store.SettledQuestions;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What the keeper does about questions that nothing answers, each in the words in which people ask. */
public final class Settling {

    private static final String NONE = "none";
    private static final String TABLE = "table";

    private final KnowledgeFolder folder;
    private final SettledQuestions settled;
    private final Clock clock;

    public Settling(KnowledgeFolder folder, SettledQuestions settled, Clock clock) {
        this.folder = folder;
        this.settled = settled;
        this.clock = clock;
    }

    /** What is to answer a question. */
    public sealed interface Target {

        /** A section, by its file and heading. */
        record Section(FileName file, String heading) implements Target {
        }

        /** The table of what can be done online. */
        record Table() implements Target {
        }

        /** Nothing: it is not ours to answer. */
        record Nothing() implements Target {
        }
    }

    /** A question with what is to answer it. */
    public static TaughtQuestion taught(String question, Target target) {
        return switch (target) {
            case Target.Section section -> TaughtQuestion.ofSection(question, section.heading());
            case Target.Table table -> TaughtQuestion.ofTable(question);
            case Target.Nothing nothing -> TaughtQuestion.ofNothing(question);
        };
    }

    /** Writes wordings into the file of phrasings that they belong to; once they are saved, they are no longer open. */
    public Saving teach(List<String> wordings, Target target) {
        FileName file = FileName.phrasings(switch (target) {
            case Target.Section section -> Article.slug(section.file().name());
            case Target.Table table -> TABLE;
            case Target.Nothing nothing -> NONE;
        });
        List<String> lines = TaughtQuestion.lines(wordings.stream().map(words -> taught(words, target)).toList(),
                folder.read(file).orElse(""));
        Saving saving = lines.isEmpty()
                ? new Saving.Unchanged()
                : folder.save(Map.of(file, new TextEdit.Lines(lines)), "工作台：" + file.name());
        switch (saving) {
            case Saving.Saved saved -> note(wordings, SettledQuestion.How.TAUGHT, "");
            case Saving.Unchanged unchanged -> note(wordings, SettledQuestion.How.TAUGHT, "");
            case Saving.Stale stale -> {
            }
            case Saving.Refused refused -> {
            }
        }
        return saving;
    }

    /** Notes that an article is to be written for a question, in its first wording; the others are done with. */
    public void write(List<String> wordings, String note) {
        note(wordings, SettledQuestion.How.DONE, "");
        note(wordings.subList(0, 1), SettledQuestion.How.TO_WRITE, note);
    }

    /** Notes that nothing is to be done about a question any more. */
    public void done(List<String> wordings) {
        note(wordings, SettledQuestion.How.DONE, "");
    }

    /** The articles that are to be written, the newest note first. */
    public List<SettledQuestion> toWrite() {
        return settled.toWrite();
    }

    private void note(List<String> wordings, SettledQuestion.How how, String note) {
        settled.add(wordings.stream().map(words -> new SettledQuestion(words, how, note, clock.instant())).toList());
    }
}
