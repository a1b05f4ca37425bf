package fr.juliu.web.desk;

import fr.juliu.chat.Asking;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.KeeperFigures;
import fr.juliu.keep.OpenQuestion;
import fr.juliu.keep.Upkeep;
import fr.juliu.keep.edit.Settling;
import fr.juliu.knowledge.Due;
import fr.juliu.store.QuestionLog;
import fr.juliu.tell.AnswerDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the desk that read and change nothing, and its door. */
@Controller
@Conditional(PasswordIsSet.class)
final class DeskController {

    private static final int LISTED = 40;
    private static final int TOLD = 50;
    private static final int LONGEST = 1000;
    private final CurrentEdition edition;
    private final KeeperFigures figures;
    private final Upkeep upkeep;
    private final Settling settling;
    private final Asking asking;

    DeskController(CurrentEdition edition, KeeperFigures figures, Upkeep upkeep, Settling settling, Asking asking) {
        this.edition = edition;
        this.figures = figures;
        this.upkeep = upkeep;
        this.settling = settling;
        this.asking = asking;
    }

    /** How the pages write times and figures. */
    @ModelAttribute("figures")
    Figures format() {
        return new Figures(edition.get().aspects()::called);
    }

    @GetMapping("/desk/login")
    String logIn() {
        return "desk/login";
    }

    /** What stands in place of an answer to one password too many, or to a page that is too old. */
    @RequestMapping("/desk/wait")
    String pause(HttpServletRequest request, Model model) {
        model.addAttribute("wait", request.getAttribute(LogInGate.WAIT));
        model.addAttribute("stale", request.getAttribute(LogInGate.STALE) != null);
        return "desk/login";
    }

    @GetMapping("/desk/unanswered")
    String unanswered(@RequestParam(defaultValue = "1") int page, Model model) {
        KeeperFigures.Unanswered open = figures.unanswered();
        PageOf<OpenQuestion> questions = PageOf.of(open.questions(), page, LISTED);
        model.addAttribute("page", questions);
        model.addAttribute("unread", open.unread());
        model.addAttribute("reader", asking.secondReader());
        model.addAttribute("toWrite", settling.toWrite());
        return "desk/unanswered";
    }

    @GetMapping("/desk/useless")
    String useless(@RequestParam(defaultValue = "1") int page, Model model) {
        PageOf<KeeperFigures.Useless> given = PageOf.of(figures.useless(), page, TOLD);
        model.addAttribute("page", given);
        model.addAttribute("useless", given.items().stream().map(Told::of).toList());
        return "desk/useless";
    }

    /** What a second reader chose against what is answered without him. */
    @GetMapping("/desk/second")
    String second(@RequestParam(defaultValue = "1") int page, Model model) {
        KeeperFigures.SecondReadings read = figures.secondReadings();
        PageOf<QuestionLog.Chosen> changed = PageOf.of(read.changed(), page, LISTED);
        model.addAttribute("page", changed);
        model.addAttribute("counts", read.counts());
        model.addAttribute("reader", asking.secondReader());
        model.addAttribute("changed",
                changed.items().stream().map(chosen -> ChosenPlace.of(chosen, edition.get())).toList());
        return "desk/second";
    }

    /** What is to be held against its source next. */
    @GetMapping("/desk/upkeep")
    String upkeep(@RequestParam(defaultValue = "1") int page, Model model) {
        List<Due> due = upkeep.due();
        model.addAttribute("page", PageOf.of(due, page, TOLD));
        model.addAttribute("ending", due.stream().filter(Due::ends).count());
        return "desk/upkeep";
    }

    @GetMapping("/desk/explain")
    String explain() {
        return "desk/explain";
    }

    /** Explains a question that no log keeps: the keeper's own. */
    @PostMapping("/desk/explain")
    String explain(@RequestParam String question, Model model) {
        String words = question.strip();
        model.addAttribute("question", words);
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST) {
            model.addAttribute("refused", "请写一个问题，最多 " + LONGEST + " 个字。");
        } else {
            model.addAttribute("answer", AnswerDocument.of(null, edition.get().answerer().ask(words), true));
        }
        return "desk/explain";
    }
}
