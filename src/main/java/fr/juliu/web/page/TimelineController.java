package fr.juliu.web.page;

import fr.juliu.chat.Picture;
import fr.juliu.chat.Pictures;
import java.util.zip.CRC32;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The timeline of the rollout as a picture, for light and for dark surroundings. */
@RestController
final class TimelineController {

    private final Pictures pictures;

    TimelineController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/timeline.png")
    ResponseEntity<byte[]> light() {
        return send(Picture.TIMELINE, "timeline.png");
    }

    @GetMapping("/timeline-dark.png")
    ResponseEntity<byte[]> dark() {
        return send(Picture.TIMELINE_DARK, "timeline-dark.png");
    }

    private ResponseEntity<byte[]> send(Picture picture, String name) {
        // without a table there is no picture, which the page in its place says
        Pictures.Png png = pictures.find(picture).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).cacheControl(CacheControl.noCache())
                .eTag(version(png))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(png.bytes());
    }

    /** The edition and a sum of the file, as another catalogue may name the same edition's permits otherwise. */
    private static String version(Pictures.Png png) {
        CRC32 sum = new CRC32();
        sum.update(png.bytes());
        return png.edition() + "-" + Long.toHexString(sum.getValue());
    }
}
