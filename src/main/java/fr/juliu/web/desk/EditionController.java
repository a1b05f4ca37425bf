package fr.juliu.web.desk;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.keep.BackgroundReindexing;
import fr.juliu.keep.KeeperFigures;
import fr.juliu.keep.Reindexing;
import fr.juliu.keep.git.Commit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The page of the edition, where it is made anew and brought back. */
@Controller
@Conditional(PasswordIsSet.class)
final class EditionController {

    private static final String PAGE = "redirect:/desk/edition";
    private static final Map<String, String> SAYINGS = Map.of("busy", "另一次重建还没结束，请等它结束再试。", "rolled-back",
            "换回上一版了。再按一次又换回来；重启后从文件夹重新读。", "nothing", "没有上一版可以换回：启动以来还没有发布过新版。");

    private final CurrentEdition edition;
    private final BackgroundReindexing background;
    private final Reindexing reindexing;
    private final KeeperFigures keeper;

    EditionController(CurrentEdition edition, BackgroundReindexing background, Reindexing reindexing,
            KeeperFigures keeper) {
        this.edition = edition;
        this.background = background;
        this.reindexing = reindexing;
        this.keeper = keeper;
    }

    /** How the pages write times and figures. */
    @ModelAttribute("figures")
    Figures format() {
        return new Figures(edition.get().aspects()::called);
    }

    /**
     * The page.
     *
     * @param said what came of the button that led to it
     */
    @GetMapping("/desk/edition")
    String page(@RequestParam(defaultValue = "") String said, Model model) {
        Edition now = edition.get();
        model.addAttribute("edition", now);
        model.addAttribute("decider", keeper.decider(now));
        model.addAttribute("commit", reindexing.commit(now).map(Commit::told).orElse(""));
        model.addAttribute("problems", now.problems());
        edition.last().ifPresent(last -> {
            model.addAttribute("last", last);
            model.addAttribute("change", reindexing.changes(last, now));
        });
        model.addAttribute("run", Run.of(background.state()));
        model.addAttribute("said", SAYINGS.getOrDefault(said, ""));
        return "desk/edition";
    }

    @PostMapping("/desk/reindex")
    String reindex(@RequestParam String mode) {
        Reindexing.Mode how = switch (mode) {
            case "publish" -> Reindexing.Mode.PUBLISH;
            case "check" -> Reindexing.Mode.CHECK;
            case "force" -> Reindexing.Mode.FORCE;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
        return background.start(how) ? PAGE : PAGE + "?said=busy";
    }

    /** How far the reindexing is, for the page's script. */
    @GetMapping("/desk/reindex")
    @ResponseBody
    Progress progress() {
        return switch (background.state()) {
            case BackgroundReindexing.State.Idle idle -> new Progress("idle", List.of());
            case BackgroundReindexing.State.Running run -> new Progress("running", run.steps());
            case BackgroundReindexing.State.Ended ended -> new Progress(
                    ended.report().outcome().name().toLowerCase(Locale.ROOT), ended.steps());
            case BackgroundReindexing.State.Failed failed -> new Progress("failed", failed.steps());
        };
    }

    @PostMapping("/desk/rollback")
    String rollback() {
        return PAGE + switch (reindexing.rollback()) {
            case Reindexing.Rollback.Done done -> "?said=rolled-back";
            case Reindexing.Rollback.Nothing nothing -> "?said=nothing";
            case Reindexing.Rollback.Busy busy -> "?said=busy";
        };
    }

    /**
     * How far a reindexing is.
     *
     * @param state running, or what came of it
     * @param steps those done, in Chinese
     */
    record Progress(String state, List<String> steps) {
    }
}
