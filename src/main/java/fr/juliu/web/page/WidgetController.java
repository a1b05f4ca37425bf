package fr.juliu.web.page;

import fr.juliu.search.TextFolding;
import fr.juliu.web.SecurityHeaders;
import fr.juliu.web.WebSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The chat for other sites: the script that opens it there, and the chat page as it is framed by them. */
@RestController
final class WidgetController {

    private static final String ROOT = "<html lang=\"zh-Hans\"";
    private static final String TRADITIONAL = "zh-Hant";

    private final boolean on;
    private final String script;
    private final String page;
    private final String traditional;

    WidgetController(WebSettings settings) throws IOException {
        on = !settings.widget().origins().isEmpty();
        script = text("widget/widget.js");
        page = text("static/index.html").replace(ROOT, ROOT + " class=\"widget\"");
        traditional = new TextFolding().traditional(page.replace("zh-Hans", TRADITIONAL));
    }

    @GetMapping("/widget.js")
    ResponseEntity<String> script() {
        return answer(script, "text/javascript", CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
    }

    /** The chat page, its own words in that script; {@link SecurityHeaders} says who may frame it. */
    @GetMapping(SecurityHeaders.FRAMED)
    ResponseEntity<String> page(@RequestParam(defaultValue = "zh-Hans") String lang) {
        return answer(lang.equals(TRADITIONAL) ? traditional : page, "text/html", CacheControl.noCache());
    }

    private ResponseEntity<String> answer(String body, String type, CacheControl cache) {
        if (!on) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok().cacheControl(cache)
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8)).body(body);
    }

    private static String text(String resource) throws IOException {
        return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    }
}
