package fr.juliu.web.desk;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.keep.AskedFigures;
import fr.juliu.keep.AskedReport;
import fr.juliu.keep.Judged;
import fr.juliu.keep.Upkeep;
import fr.juliu.knowledge.Due;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's figures: how much was asked, by period, messenger, topic and outcome; and what to check next. */
@Controller
@Conditional(PasswordIsSet.class)
final class OverviewController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int FIRST = 3;

    private final AskedFigures asked;
    private final Upkeep upkeep;
    private final CurrentEdition edition;

    OverviewController(AskedFigures asked, Upkeep upkeep, CurrentEdition edition) {
        this.asked = asked;
        this.upkeep = upkeep;
        this.edition = edition;
    }

    @GetMapping("/desk")
    String overview(@RequestParam Map<String, String> words, Model model) {
        Filter filter = Filter.read(words, asked.today());
        AskedReport report = asked.report(filter.choice());
        Figures figures = new Figures(edition.get().aspects()::called);
        model.addAttribute("figures", figures);
        model.addAttribute("filter", filter);
        model.addAttribute("report", report);
        model.addAttribute("chart", DayChart.of(report.days()));
        model.addAttribute("asked", figures.shares(List.of(report.answered(), report.unanswered())));
        Judged judged = report.judged();
        model.addAttribute("judged",
                judged == null ? null : figures.shares(List.of(judged.useful(), judged.useless())));
        model.addAttribute("topics", asked.topicNames());
        model.addAttribute("outcomes", AskedFigures.outcomeNames());
        List<Due> due = upkeep.due();
        model.addAttribute("due", due.subList(0, Math.min(FIRST, due.size())));
        model.addAttribute("allDue", due.size());
        return "desk/overview";
    }

    /** The same figures as a table to be kept, for a spreadsheet. */
    @GetMapping("/desk/figures.csv")
    ResponseEntity<byte[]> table(@RequestParam Map<String, String> words) {
        AskedReport report = asked.report(Filter.read(words, asked.today()).choice());
        String name = "juliu-" + report.choice().from() + "-" + report.choice().to() + ".csv";
        return ResponseEntity.ok().contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(CsvTable.of(report).getBytes(StandardCharsets.UTF_8));
    }
}
