package fr.juliu.web.desk;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.KeeperFigures;
import fr.juliu.keep.edit.DraftEditions;
import fr.juliu.keep.edit.FileName;
import fr.juliu.keep.edit.KnowledgeFolder;
import fr.juliu.knowledge.Article;
import fr.juliu.knowledge.ArticleDraft;
import fr.juliu.knowledge.ArticlePart;
import fr.juliu.knowledge.LibraryReader;
import fr.juliu.knowledge.Problem;
import fr.juliu.tell.AnswerDocument;
import fr.juliu.tell.Reply;
import fr.juliu.web.ArticlePreview;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** What an edit would come to, before it is saved: the section as its page shows it, and what would be answered. */
@Component
@Conditional(PasswordIsSet.class)
final class DraftTrial {

    private final KnowledgeFolder folder;
    private final LibraryReader reader;
    private final DraftEditions drafts;
    private final CurrentEdition edition;
    private final ArticlePreview page;

    DraftTrial(KnowledgeFolder folder, LibraryReader reader, DraftEditions drafts, CurrentEdition edition,
            ArticlePreview page) {
        this.folder = folder;
        this.reader = reader;
        this.drafts = drafts;
        this.edition = edition;
        this.page = page;
    }

    /**
     * The section as its page would show it.
     *
     * @param html     safe to be shown; empty when it cannot be read
     * @param problems what is wrong with the article, in Chinese
     * @param broken   whether it cannot be published so
     */
    record Shown(String html, List<String> problems, boolean broken) {
    }

    /** An answer of a draft, in words for the keeper. */
    record Told(String question, String outcome, String place, String text) {

        static Told of(Reply reply) {
            AnswerDocument answer = AnswerDocument.of(null, reply, false);
            return new Told(reply.question(), KeeperFigures.outcome(answer.outcome()),
                    answer.section() == null ? "" : answer.file() + " › " + answer.section(), reply.display());
        }
    }

    /**
     * What a draft answers.
     *
     * @param state answered, busy, broken or stale
     */
    record Tried(String state, List<Told> answers) {
    }

    Shown shown(EditForm form) {
        Optional<FileName> name = form.name();
        if (name.isEmpty()) {
            return new Shown("", List.of("文件名只用小写字母、数字和连字符，例如 carte-bleue。"), true);
        }
        Optional<String> after = folder.after(name.get(), form.edit());
        if (after.isEmpty()) {
            return new Shown("", List.of("文件里已经不是您打开时的样子了，存的时候会请您看两份。"), false);
        }
        ArticleDraft draft = reader.draft(name.get().name(), after.get());
        List<String> problems = draft.problems().stream().map(Problem::told).toList();
        Article article = draft.article();
        return article == null
                ? new Shown("", problems, true)
                : new Shown(page.html(edition.get().library(), section(form, after.get(), article)), problems, false);
    }

    Tried tried(EditForm form) {
        Optional<String> after = form.name().flatMap(name -> folder.after(name, form.edit()));
        if (after.isEmpty()) {
            return new Tried("stale", List.of());
        }
        return tried(drafts.ask(DraftEditions.Draft.of(form.name().orElseThrow(), after.get()), form.asked(),
                Duration.ZERO));
    }

    static Tried tried(DraftEditions.Asked asked) {
        return switch (asked) {
            case DraftEditions.Asked.Answers answers -> new Tried("answered",
                    answers.replies().stream().map(Told::of).toList());
            case DraftEditions.Asked.Busy busy -> new Tried("busy", List.of());
            case DraftEditions.Asked.Broken broken -> new Tried("broken", List.of());
        };
    }

    /** The article with the edited part alone; the whole of a new one. */
    private Article section(EditForm form, String text, Article article) {
        List<ArticlePart> parts = ArticlePart.of(text, article);
        Optional<ArticlePart> part = edited(form, parts);
        if (part.isEmpty() || part.get().index() == 0) {
            return article;
        }
        String head = String.join("\n", Arrays.asList(text.split("\n", -1)).subList(0, head(text)));
        Article alone = reader.draft(article.file(), head + "\n\n" + part.get().text() + "\n").article();
        return alone == null ? article : alone;
    }

    /** The part that a form is about, in the text after the edit. */
    static Optional<ArticlePart> edited(EditForm form, List<ArticlePart> parts) {
        return switch (form.kind()) {
            case NEW, WHOLE -> Optional.empty();
            case END -> parts.isEmpty() ? Optional.empty() : Optional.of(parts.getLast());
            case PART -> parts.stream().filter(part -> part.index() == form.part()).findFirst();
            case ROW -> parts.stream().filter(part -> part.text().contains(form.drop()
                    ? "日期"
                    : form.row().permits().strip())).findFirst();
        };
    }

    /** How many lines the front matter has, its dashes included. */
    private static int head(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        for (int i = 1; i < lines.size(); i++) {
            String bare = lines.get(i).stripTrailing();
            if (bare.equals("---") || bare.equals("...")) {
                return i + 1;
            }
        }
        return 0;
    }
}
