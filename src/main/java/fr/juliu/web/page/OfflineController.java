package fr.juliu.web.page;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.edition.Edition;
import fr.juliu.tell.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The script by which a browser keeps the pages that were opened. It changes with the edition and with the build, so that
 * browsers fetch anew what they keep.
 */
@RestController
final class OfflineController {

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private static final MediaType MANIFEST = new MediaType("application", "manifest+json");

    private final CurrentEdition edition;
    private final String script;
    private final String build;

    OfflineController(CurrentEdition edition) throws IOException {
        this.edition = edition;
        script = new ClassPathResource("offline/sw.js").getContentAsString(StandardCharsets.UTF_8);
        StringBuilder files = new StringBuilder(script);
        Resource[] pages = new PathMatchingResourcePatternResolver().getResources("classpath:/static/*.*");
        Arrays.sort(pages, Comparator.comparing(page -> String.valueOf(page.getFilename())));
        for (Resource page : pages) {
            files.append(new String(page.getContentAsByteArray(), StandardCharsets.ISO_8859_1));
        }
        build = Digest.of(files.toString());
    }

    @GetMapping("/manifest.webmanifest")
    ResponseEntity<Resource> manifest() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).contentType(MANIFEST)
                .body(new ClassPathResource("static/manifest.webmanifest"));
    }

    @GetMapping("/sw.js")
    ResponseEntity<String> script() {
        Edition now = edition.get();
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).contentType(SCRIPT)
                .body(script.replace("'VERSION'", "'" + now.id() + "-" + build + "'"));
    }
}
