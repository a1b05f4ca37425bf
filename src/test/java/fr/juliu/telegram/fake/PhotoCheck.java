package fr.juliu.telegram.fake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** The bounds of an uploaded photo, see core.telegram.org/bots/api#sendphoto. */
final class PhotoCheck {

    private static final int BYTES = 10 * 1024 * 1024;
    private static final int BOTH_SIDES = 10_000;
    private static final int RATIO = 20;

    private PhotoCheck() {
    }

    static void check(byte[] file) {
        if (file.length == 0) {
            throw Refusal.bad("there is no photo in the request");
        }
        if (file.length > BYTES) {
            throw Refusal.bad("file is too big");
        }
        BufferedImage image = read(file);
        if (image == null) {
            throw Refusal.bad("IMAGE_PROCESS_FAILED");
        }
        int longer = Math.max(image.getWidth(), image.getHeight());
        int shorter = Math.min(image.getWidth(), image.getHeight());
        if (longer + shorter > BOTH_SIDES || longer > RATIO * shorter) {
            throw Refusal.bad("PHOTO_INVALID_DIMENSIONS");
        }
    }

    private static @Nullable BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
