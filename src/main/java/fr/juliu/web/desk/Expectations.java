package fr.juliu.web.desk;

import fr.juliu.keep.edit.DraftEditions;
import fr.juliu.keep.edit.FileName;
import fr.juliu.keep.edit.KnowledgeFolder;
import fr.juliu.keep.edit.TaughtQuestion;
import fr.juliu.keep.edit.TextEdit;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.ArticlePart;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** What is to answer the questions that a keeper keeps along with an edit, and the lines of files that say so. */
@Component
@Conditional(PasswordIsSet.class)
final class Expectations {

    private static final String KNOWN = "known";
    /** Long enough for another draft to be done, and short of what a browser waits for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KnowledgeFolder folder;
    private final DraftEditions drafts;

    Expectations(KnowledgeFolder folder, DraftEditions drafts) {
        this.folder = folder;
        this.drafts = drafts;
    }

    /** The edits of the other files that keep the questions of a form. */
    Map<FileName, TextEdit> edits(EditForm form, FileName name, String after) {
        List<EditForm.Asked> kept = form.questions().stream()
                .filter(asked -> !asked.words().isEmpty() && !asked.as().isEmpty()).toList();
        Map<FileName, TextEdit> edits = new LinkedHashMap<>();
        if (kept.isEmpty()) {
            return edits;
        }
        List<TaughtQuestion> known = new ArrayList<>();
        List<TaughtQuestion> phrasings = new ArrayList<>();
        List<ArticlePart> parts = folder.parts(name, after);
        Map<String, Reply> replies = replies(name, after, kept);
        for (EditForm.Asked asked : kept) {
            TaughtQuestion taught = expected(form, parts, asked.words(), Optional.ofNullable(
                    replies.get(asked.words())));
            (asked.as().equals(KNOWN) ? known : phrasings).add(taught);
        }
        add(edits, FileName.QUESTIONS, known);
        add(edits, FileName.phrasings(Article.slug(name.name())), phrasings);
        return edits;
    }

    private void add(Map<FileName, TextEdit> edits, FileName file, List<TaughtQuestion> questions) {
        List<String> lines = TaughtQuestion.lines(questions, folder.read(file).orElse(""));
        if (!lines.isEmpty()) {
            edits.put(file, new TextEdit.Lines(lines));
        }
    }

    /** What the draft answers, by question; nothing while it cannot be asked. */
    private Map<String, Reply> replies(FileName name, String after, List<EditForm.Asked> kept) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        if (drafts.ask(DraftEditions.Draft.of(name, after), kept.stream().map(EditForm.Asked::words)
                .toList(), PATIENCE) instanceof DraftEditions.Asked.Answers answers) {
            answers.replies().forEach(reply -> replies.put(reply.question(), reply));
        }
        return replies;
    }

    /** The edited section, or the question in it that answers now; of a row, the row. */
    private static TaughtQuestion expected(EditForm form, List<ArticlePart> parts, String question,
            Optional<Reply> reply) {
        Optional<ArticlePart> part = DraftTrial.edited(form, parts);
        Optional<AnswerDocument> answer = reply.map(each -> AnswerDocument.of(null, each, false));
        String answering = answer.filter(each -> each.outcome().equals("section"))
                .map(AnswerDocument::section).orElse("");
        String heading = part.or(() -> parts.stream().findFirst()).map(ArticlePart::heading).orElse("");
        if (form.kind() == EditForm.Kind.ROW) {
            List<String> rows = answer.filter(each -> each.outcome().equals("listed")).map(AnswerDocument::rollout)
                    .orElse(List.of()).stream().map(row -> row.date() + "|" + row.permit()).toList();
            return new TaughtQuestion(question, "listed", heading,
                    rows.isEmpty() ? List.of(form.row().date().strip() + "|" + form.row().permits().strip()) : rows);
        }
        boolean within = part.isEmpty()
                ? parts.stream().anyMatch(each -> holds(each, answering))
                : holds(part.get(), answering);
        return TaughtQuestion.ofSection(question, within ? answering : heading);
    }

    private static boolean holds(ArticlePart part, String heading) {
        return !heading.isEmpty() && (part.heading().equals(heading) || part.text().contains(heading));
    }
}
