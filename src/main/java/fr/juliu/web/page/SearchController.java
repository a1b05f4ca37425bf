package fr.juliu.web.page;

import fr.juliu.chat.AskLimit;
import fr.juliu.decide.Lookup;
import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The one search box: over articles, the list, and permits by all their names. What is looked for is kept nowhere; it
 * counts as a question to the limit of an address.
 */
@Controller
final class SearchController {

    private static final int LONGEST = 100;
    private static final int PLACES = 30;

    private final CurrentEdition edition;
    private final AskLimit limit;
    private final ClientAddress addresses;

    SearchController(CurrentEdition edition, AskLimit limit, ClientAddress addresses) {
        this.edition = edition;
        this.limit = limit;
        this.addresses = addresses;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Model model, HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        Edition now = edition.get();
        String words = shortened(q.strip());
        model.addAttribute("q", words);
        model.addAttribute("groups", now.topics());
        Optional<AskLimit.Refusal> refusal = words.isEmpty()
                ? Optional.empty()
                : limit.count(addresses.of(request));
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.get().seconds()));
            model.addAttribute("wait", refusal.get().seconds());
        }
        boolean looks = !words.isEmpty() && refusal.isEmpty();
        Lookup.Found found = looks
                ? now.lookup().find(words, PLACES)
                : new Lookup.Found(List.of(), List.of(),
                        List.of());
        model.addAttribute("looked", looks);
        model.addAttribute("permits", FoundPermit.of(found, now));
        model.addAttribute("articles", FoundArticle.of(found, now, new FrenchWords()));
        return "search";
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
