package fr.juliu.web.desk;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.edit.FileName;
import fr.juliu.keep.edit.KnowledgeFolder;
import fr.juliu.keep.edit.RowEdit;
import fr.juliu.keep.edit.Saving;
import fr.juliu.keep.edit.TextEdit;
import fr.juliu.knowledge.ArticlePart;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which articles and rows of tables are edited. */
@Controller
@Conditional(PasswordIsSet.class)
final class EditController {

    private static final String PAGE = "desk/edit";

    private final KnowledgeFolder folder;
    private final CurrentEdition edition;
    private final DraftTrial rehearsal;
    private final Expectations expectations;
    private final Clock clock;

    EditController(KnowledgeFolder folder, CurrentEdition edition, DraftTrial rehearsal, Expectations expectations,
            Clock clock) {
        this.folder = folder;
        this.edition = edition;
        this.rehearsal = rehearsal;
        this.expectations = expectations;
        this.clock = clock;
    }

    @GetMapping("/desk/articles")
    String articles(Model model) {
        Map<String, String> titles = new LinkedHashMap<>();
        folder.articles().forEach(name -> titles.put(name.name(), ""));
        edition.get().library().articles()
                .forEach(article -> titles.computeIfPresent(article.file(), (file, none) -> article.title()));
        model.addAttribute("titles", titles);
        return "desk/articles";
    }

    @GetMapping("/desk/article")
    String article(@RequestParam String file, Model model) {
        FileName name = named(file);
        String text = folder.read(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("file", name.name());
        model.addAttribute("parts", folder.parts(name, text));
        model.addAttribute("rows", RowEdit.rows(text));
        return "desk/article";
    }

    @GetMapping("/desk/edit")
    String edit(@RequestParam(defaultValue = "") String file, @RequestParam(defaultValue = "part") String kind,
            @RequestParam(defaultValue = "0") int part, @RequestParam(defaultValue = "") String heading,
            @RequestParam(defaultValue = "") String question, Model model) {
        EditForm.Kind what = EditForm.Kind.of(kind);
        YearMonth month = YearMonth.now(clock);
        return shown(what == EditForm.Kind.NEW
                ? EditPage.ofNew(month.toString(), month.getYear() + " 年 " + month.getMonthValue() + " 月",
                        question.isBlank() ? List.of() : List.of(question))
                : EditPage.of(folder, named(file), what, heading.isEmpty() ? part : partOf(named(file), heading),
                        edition.get().library()),
                model);
    }

    /** The part of an article under a heading, or with a question of that name; the first where there is none. */
    private int partOf(FileName name, String heading) {
        List<ArticlePart> parts = folder.parts(name, folder.read(name).orElse(""));
        return parts.stream().filter(part -> part.heading().equals(heading)).findFirst()
                .or(() -> parts.stream().filter(part -> part.text().contains(heading)).findFirst())
                .map(ArticlePart::index).orElse(0);
    }

    @PostMapping("/desk/edit")
    String save(HttpServletRequest request, Model model, RedirectAttributes after) {
        EditForm form = EditForm.of(request);
        Optional<FileName> name = form.name();
        if (name.isEmpty()) {
            return shown(EditPage.refused(form, "没有存：文件名只用小写字母、数字和连字符，例如 carte-bleue。"), model);
        }
        Map<FileName, TextEdit> edits = new LinkedHashMap<>(Map.of(name.get(), form.edit()));
        folder.after(name.get(), form.edit())
                .ifPresent(text -> edits.putAll(expectations.edits(form, name.get(), text)));
        return switch (folder.save(edits, "工作台：" + name.get().name())) {
            case Saving.Saved saved -> saved(name.get(), said(saved), after);
            case Saving.Unchanged unchanged -> saved(name.get(), "没有改动。", after);
            case Saving.Stale stale -> shown(EditPage.stale(form, name.get(), folder), model);
            case Saving.Refused refused -> shown(EditPage.refused(form, "没有存。" + refused.why()), model);
        };
    }

    /** The section of a form as its page would show it, for the page's script. */
    @PostMapping("/desk/preview")
    @ResponseBody
    DraftTrial.Shown preview(HttpServletRequest request) {
        return rehearsal.shown(EditForm.of(request));
    }

    /** What would be answered, for the page's script. */
    @PostMapping("/desk/try")
    @ResponseBody
    DraftTrial.Tried attempt(HttpServletRequest request) {
        return rehearsal.tried(EditForm.of(request));
    }

    private static String saved(FileName name, String said, RedirectAttributes after) {
        after.addAttribute("file", name.name());
        after.addFlashAttribute("said", said);
        return "redirect:/desk/article";
    }

    /** What is said of a save. */
    static String said(Saving.Saved saved) {
        String kept = saved.commit() != null
                ? "，记进了 git（" + saved.commit() + "）"
                : saved.former() != null ? "，原来的留在 " + saved.former() : "";
        return "存好了" + kept + "。还没有发布。" + saved.note();
    }

    private static String shown(EditPage page, Model model) {
        model.addAttribute("edit", page);
        model.addAttribute("script", true);
        return PAGE;
    }

    private static FileName named(String file) {
        return FileName.of(file).filter(FileName::isArticle)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
