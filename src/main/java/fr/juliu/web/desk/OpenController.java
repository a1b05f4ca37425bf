package fr.juliu.web.desk;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.KeeperFigures;
import fr.juliu.keep.OpenQuestion;
import fr.juliu.keep.edit.DraftEditions;
import fr.juliu.keep.edit.FileName;
import fr.juliu.keep.edit.Saving;
import fr.juliu.keep.edit.Settling;
import fr.juliu.knowledge.ConfigFolder;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a question that nothing answers, on which the keeper deals with it. */
@Controller
@Conditional(PasswordIsSet.class)
final class OpenController {

    private static final int LONGEST = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String LIST = "redirect:/desk/unanswered";
    private static final String OTHER = "other";
    private static final String SAID = "said";

    private final CurrentEdition edition;
    private final KeeperFigures figures;
    private final ConfigFolder config;
    private final DraftEditions drafts;
    private final Settling settling;

    OpenController(CurrentEdition edition, KeeperFigures figures, ConfigFolder config, DraftEditions drafts,
            Settling settling) {
        this.edition = edition;
        this.figures = figures;
        this.config = config;
        this.drafts = drafts;
        this.settling = settling;
    }

    /** How the pages write times and figures. */
    @ModelAttribute("figures")
    Figures format() {
        return new Figures(edition.get().aspects()::called);
    }

    /** The page of a question, in the words in which it was asked first. */
    @GetMapping("/desk/open")
    String open(@RequestParam String q, Model model) {
        return shown(question(q), "", model);
    }

    /** What people would be told, were the question taught to the chosen place. */
    @PostMapping("/desk/open/try")
    String attempt(@RequestParam String q, @RequestParam(name = "place", defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String other, Model model) {
        OpenQuestion question = question(q);
        String place = choice.equals(OTHER) ? other : choice;
        String words = question.wordings().getFirst();
        target(place).ifPresentOrElse(target -> model.addAttribute("tried", DraftTrial.tried(drafts.ask(
                new DraftEditions.Draft(null, "", List.of(Settling.taught(words, target).known())), List.of(words),
                PATIENCE))),
                () -> model.addAttribute("refused", "请先选一项。"));
        return shown(question, place, model);
    }

    /** Saves the wordings that were ticked as phrasings of the chosen place. */
    @PostMapping("/desk/open/teach")
    String teach(@RequestParam String q, @RequestParam(name = "place", defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String other, HttpServletRequest request, Model model,
            RedirectAttributes after) {
        OpenQuestion question = question(q);
        String place = choice.equals(OTHER) ? other : choice;
        String[] ticked = request.getParameterValues("wording");
        Optional<Settling.Target> target = target(place);
        List<String> wordings = question.wordings().stream()
                .filter(words -> ticked != null && List.of(ticked).contains(words)).toList();
        if (target.isEmpty() || wordings.isEmpty()) {
            model.addAttribute("refused", target.isEmpty() ? "请先选一项。" : "请至少留一种问法。");
            return shown(question, place, model);
        }
        return switch (settling.teach(wordings, target.get())) {
            case Saving.Saved saved -> said(EditController.said(saved), after);
            case Saving.Unchanged unchanged -> said("文件里已经有了。", after);
            case Saving.Stale stale -> again("文件刚被改过，没有存，请再存一次。", question, place, model);
            case Saving.Refused refused -> again("没有存。" + refused.why(), question, place, model);
        };
    }

    /** Notes that an article is to be written. */
    @PostMapping("/desk/open/write")
    String write(@RequestParam String q, @RequestParam(defaultValue = "") String note, RedirectAttributes after) {
        settling.write(question(q).wordings(), note.strip());
        return said("记下了：要写的文章在这一页上面。", after);
    }

    /** Notes that there is nothing more to do. */
    @PostMapping("/desk/open/done")
    String done(@RequestParam String q, RedirectAttributes after) {
        settling.done(question(q).wordings());
        return said("处理完了，不再列出来。", after);
    }

    private String again(String why, OpenQuestion question, String place, Model model) {
        model.addAttribute("refused", why);
        return shown(question, place, model);
    }

    private String shown(OpenQuestion question, String place, Model model) {
        Edition now = edition.get();
        model.addAttribute("open", OpenPage.of(question, now, new NewWords(now, config)));
        model.addAttribute("place", place);
        return "desk/open";
    }

    private static String said(String words, RedirectAttributes after) {
        after.addFlashAttribute(SAID, words);
        return LIST;
    }

    /** The open question of these words; alone when it is none any longer. */
    private OpenQuestion question(String words) {
        if (words.isBlank() || words.codePointCount(0, words.length()) > LONGEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return figures.unanswered().questions().stream().filter(open -> open.wordings().contains(words)).findFirst()
                .orElseGet(() -> new OpenQuestion(List.of(words), 0, Instant.EPOCH));
    }

    /** What a choice of the form stands for; empty for what is none. */
    private static Optional<Settling.Target> target(String choice) {
        return switch (choice) {
            case "none" -> Optional.of(new Settling.Target.Nothing());
            case "table" -> Optional.of(new Settling.Target.Table());
            default -> OpenPage.Place.of(choice).flatMap(place -> FileName.of(place.file())
                    .filter(FileName::isArticle).map(file -> new Settling.Target.Section(file, place.section())));
        };
    }
}
