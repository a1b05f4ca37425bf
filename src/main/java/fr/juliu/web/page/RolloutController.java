package fr.juliu.web.page;

import fr.juliu.decide.Lookup;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be applied for online, and since when, as one table to search and sort. */
@Controller
final class RolloutController {

    private static final int LONGEST = 100;

    private final CurrentEdition edition;

    RolloutController(CurrentEdition edition) {
        this.edition = edition;
    }

    @GetMapping("/list")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "date") String sort,
            @RequestParam(defaultValue = "") String order, Model model, HttpServletResponse response) {
        Pages.askAgain(response);
        Edition now = edition.get();
        String words = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        boolean byPermit = sort.equals("permit");
        boolean rising = byPermit ? !order.equals("desc") : order.equals("asc");
        List<ListedPermit> rows = ListedPermit.all(now, byPermit, rising);
        List<String> wanted = Stream.of(now.folded(words).split("[\\s\\p{Z}]+")).filter(word -> !word.isEmpty())
                .toList();
        Set<String> named = Lookup.ids(now.lookup().permits(words));
        model.addAttribute("q", words);
        model.addAttribute("byPermit", byPermit);
        model.addAttribute("rising", rising);
        model.addAttribute("rows", rows);
        model.addAttribute("wanted", wanted);
        model.addAttribute("named", named);
        model.addAttribute("found", rows.stream().filter(row -> row.matches(wanted, named)).count());
        model.addAttribute("asOf", Pages.asOf(now.rolloutAsOf().orElse(null)));
        return "list";
    }
}
