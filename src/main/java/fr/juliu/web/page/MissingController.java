package fr.juliu.web.page;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.knowledge.Article;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page in place of one that is not there: a search box, and the articles whose names are near to its address. */
@Controller
final class MissingController {

    private static final int NEAR = 5;
    /** So many letters two words begin alike, for one to be taken for the other: etudiants for etudiant. */
    private static final int ALIKE = 4;
    private static final String TIMELINE = "/timeline";

    private final CurrentEdition edition;

    MissingController(CurrentEdition edition) {
        this.edition = edition;
    }

    @RequestMapping("/missing")
    String missing(HttpServletRequest request, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed.substring(Math.min(failed.length(), request.getContextPath().length()))
                : "";
        Edition now = edition.get();
        model.addAttribute("article", path.startsWith("/a/"));
        model.addAttribute("picture", path.startsWith(TIMELINE));
        model.addAttribute("near", near(words(now, path), now));
        model.addAttribute("groups", now.topics());
        return "missing";
    }

    /** An article with how near its names are. */
    private record Near(Article article, long likeness) {
    }

    private static List<Article> near(List<String> words, Edition now) {
        return now.library().articles().stream().map(article -> new Near(article, likeness(words, article, now)))
                .filter(near -> near.likeness() > 0).sorted(Comparator.comparingLong(Near::likeness).reversed())
                .limit(NEAR).map(Near::article).toList();
    }

    /** How many of the words begin like a word of the article's names. */
    private static long likeness(List<String> words, Article article, Edition now) {
        List<String> names = Stream.concat(Stream.of(article.slug(), article.title()), article.aliases().stream())
                .flatMap(name -> words(now, name).stream()).toList();
        return words.stream().filter(word -> names.stream().anyMatch(name -> name.startsWith(beginning(word))))
                .count();
    }

    private static String beginning(String word) {
        return word.substring(0, Math.min(ALIKE, word.length()));
    }

    /** The words of a path or a name, folded; those of two letters say too little. */
    private static List<String> words(Edition now, String text) {
        return Stream.of(now.folded(decoded(text)).split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> word.length() > 2 || (!word.isEmpty() && word.charAt(0) > 'z')).toList();
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
