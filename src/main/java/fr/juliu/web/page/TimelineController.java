package fr.juliu.web.page;

import fr.juliu.chat.Picture;
import fr.juliu.chat.Pictures;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The timeline of the rollout as a picture. */
@RestController
final class TimelineController {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Pictures pictures;

    TimelineController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/timeline.png")
    ResponseEntity<byte[]> timeline() {
        Optional<Pictures.Png> png = pictures.find(Picture.TIMELINE);
        if (png.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).contentType(TEXT).cacheControl(CacheControl.noCache())
                    .body("现在的资料里没有上线名单，所以没有时间表。".getBytes(StandardCharsets.UTF_8));
        }
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).cacheControl(CacheControl.noCache())
                .eTag(version(png.get()))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename("timeline.png").build().toString())
                .body(png.get().bytes());
    }

    /** The edition and a sum of the file, as another catalogue may name the same edition's permits otherwise. */
    private static String version(Pictures.Png png) {
        CRC32 sum = new CRC32();
        sum.update(png.bytes());
        return png.edition() + "-" + Long.toHexString(sum.getValue());
    }
}
