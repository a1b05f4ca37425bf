package fr.juliu.web.desk;

import fr.juliu.keep.edit.FileName;
import fr.juliu.keep.edit.KnowledgeFolder;
import fr.juliu.keep.edit.OwnQuestions;
import fr.juliu.keep.edit.RowEdit;
import fr.juliu.knowledge.ArticlePart;
import fr.juliu.knowledge.Library;
import fr.juliu.tell.Digest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page on which something is edited.
 *
 * @param title   what is edited
 * @param now     what stands in the file instead of what the edit started from; null where they are the same
 * @param refused why nothing was saved; null when nothing was to be
 */
record EditPage(EditForm form, String title, @Nullable String now, @Nullable String refused) {

    /** The page of an article to be written. */
    static EditPage ofNew(String month, String told, List<String> questions) {
        String start = """
                ---
                title: "…"
                as_of: %s
                source: https://…
                ---

                …

                ## …

                …

                来源（%s）：[…](https://…)
                """.formatted(month, told);
        return new EditPage(form("", EditForm.Kind.NEW, 0, "", start, questions), "写一篇新文章", null, null);
    }

    /** The page of a part, of a section to be added, or of a file that cannot be read in parts. */
    static EditPage of(KnowledgeFolder folder, FileName name, EditForm.Kind kind, int index, Library library) {
        String text = folder.read(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<ArticlePart> parts = folder.parts(name, text);
        if (parts.isEmpty()) {
            return new EditPage(form(name.name(), EditForm.Kind.WHOLE, 0, Digest.of(text), text, List.of()), "整个文件",
                    null, null);
        }
        return switch (kind) {
            case END -> new EditPage(form(name.name(), kind, 0, "", "## …\n\n…\n", List.of()), "加一段", null, null);
            case ROW -> ofRow(name, text, index, library);
            case NEW, PART, WHOLE -> {
                ArticlePart part = parts.get(Math.clamp(index, 0, parts.size() - 1));
                yield new EditPage(form(name.name(), EditForm.Kind.PART, part.index(), Digest.of(part.text()),
                        part.text(), own(library, name, part)), part.heading(), null, null);
            }
        };
    }

    /** The same page after a save that came to nothing. */
    static EditPage refused(EditForm form, String why) {
        return new EditPage(form, title(form), null, why);
    }

    /** The same page after a save against a text that is no longer there; the next save starts from what is. */
    static EditPage stale(EditForm form, FileName name, KnowledgeFolder folder) {
        String text = folder.read(name).orElse("");
        List<ArticlePart> parts = folder.parts(name, text);
        Optional<ArticlePart> part = parts.stream().filter(each -> each.index() == form.part()).findFirst();
        return switch (form.kind()) {
            case NEW -> new EditPage(form, title(form), text, "已经有这个文件了，没有存。请换一个文件名，或者去改那一篇。");
            case PART -> part.isPresent()
                    ? changed(with(form, EditForm.Kind.PART, Digest.of(part.get().text())), part.get().text())
                    : changed(with(form, EditForm.Kind.END, ""), text);
            case ROW -> changed(with(form, EditForm.Kind.ROW, ""), String.join("\n", RowEdit.rows(text).stream()
                    .map(RowEdit.Row::line).toList()));
            case END, WHOLE -> changed(with(form, EditForm.Kind.WHOLE, Digest.of(text)), text);
        };
    }

    private static EditPage changed(EditForm form, String now) {
        return new EditPage(form, title(form), now, "您打开以后，别人改过这里，所以没有存。两份都在下面：把要留的写进上面那一份，再存一次。");
    }

    private static EditPage ofRow(FileName name, String text, int index, Library library) {
        List<RowEdit.Row> rows = RowEdit.rows(text);
        boolean fresh = index >= rows.size();
        RowEdit.Row row = fresh ? new RowEdit.Row("", "", "") : rows.get(index);
        String asOf = RowEdit.asOf(text);
        List<String> questions = fresh ? List.of() : OwnQuestions.ofRow(library, row);
        return new EditPage(new EditForm(name.name(), EditForm.Kind.ROW, index, row.line(), "", row, asOf, asOf, false,
                asked(questions)), fresh ? "加一行" : "改一行", null, null);
    }

    private static List<String> own(Library library, FileName name, ArticlePart part) {
        return library.articles().stream().filter(article -> article.file().equals(name.name())).findFirst()
                .map(article -> OwnQuestions.ofSection(library, article, part.heading())).orElse(List.of());
    }

    private static EditForm form(String file, EditForm.Kind kind, int part, String base, String text,
            List<String> questions) {
        return new EditForm(file, kind, part, base, text, new RowEdit.Row("", "", ""), "", "", false, asked(questions));
    }

    private static EditForm with(EditForm form, EditForm.Kind kind, String base) {
        return new EditForm(form.file(), kind, form.part(), base, form.text(), form.row(), form.asOf(), form.before(),
                false,
                form.questions());
    }

    private static List<EditForm.Asked> asked(List<String> questions) {
        return IntStream.range(0, EditForm.QUESTIONS)
                .mapToObj(i -> new EditForm.Asked(i < questions.size() ? questions.get(i) : "", "")).toList();
    }

    private static String title(EditForm form) {
        return switch (form.kind()) {
            case NEW -> "写一篇新文章";
            case END -> "加一段";
            case PART -> "改一段";
            case WHOLE -> "整个文件";
            case ROW -> form.base().isEmpty() ? "加一行" : "改一行";
        };
    }
}
