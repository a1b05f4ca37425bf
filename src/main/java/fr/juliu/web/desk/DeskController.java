package fr.juliu.web.desk;

import fr.juliu.answer.AnswerDocument;
import fr.juliu.answer.Edition;
import fr.juliu.chat.Complaint;
import fr.juliu.chat.CurrentEdition;
import fr.juliu.chat.KeeperFigures;
import fr.juliu.chat.OpenQuestion;
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

    private static final int DRAFTED = 40;
    private static final int LONGEST = 1000;
    private static final double PERCENT = 100;
    private final CurrentEdition edition;
    private final KeeperFigures figures;

    DeskController(CurrentEdition edition, KeeperFigures figures) {
        this.edition = edition;
        this.figures = figures;
    }

    /** How the pages write times and figures. */
    @ModelAttribute("figures")
    Figures format() {
        return new Figures();
    }

    @GetMapping("/desk/login")
    String logIn() {
        return "desk/login";
    }

    /** What stands in place of an answer to one password too many. */
    @RequestMapping("/desk/wait")
    String pause(HttpServletRequest request, Model model) {
        model.addAttribute("wait", request.getAttribute(LogInGate.WAIT));
        return "desk/login";
    }

    @GetMapping("/desk")
    String overview(Model model) {
        KeeperFigures.Month month = figures.month();
        int asked = month.answered() + month.unanswered();
        int judged = month.useful() + month.useless();
        model.addAttribute("month", month);
        model.addAttribute("chart", DayChart.of(month.days()));
        model.addAttribute("answered", share(month.answered(), asked));
        model.addAttribute("unanswered", share(month.unanswered(), asked));
        model.addAttribute("useful", share(month.useful(), judged));
        model.addAttribute("useless", share(month.useless(), judged));
        return "desk/overview";
    }

    @GetMapping("/desk/unanswered")
    String unanswered(Model model) {
        List<OpenQuestion> questions = figures.unanswered();
        Edition now = edition.get();
        model.addAttribute("count", questions.size());
        model.addAttribute("drafts", Drafts.of(questions.subList(0, Math.min(DRAFTED, questions.size())), now));
        return "desk/unanswered";
    }

    @GetMapping("/desk/useless")
    String useless(Model model) {
        model.addAttribute("useless", figures.useless().stream()
                .map(given -> new Told(given, Complaint.told(given.reason() == null ? "" : given.reason()))).toList());
        return "desk/useless";
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

    /** Feedback with its reason in words to read. */
    record Told(KeeperFigures.Useless given, String reason) {

        /** Whether the reader says that the answer was right once. */
        public boolean outdated() {
            return reason.contains("过时");
        }
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "—" : Math.round(PERCENT * part / whole) + "%";
    }
}
