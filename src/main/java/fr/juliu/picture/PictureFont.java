package fr.juliu.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The font that pictures are written with, which comes with the program: no font of the machine is looked for, and
 * pictures look the same everywhere, in a container without any font or fontconfig, too.
 */
final class PictureFont {

    /** How text is measured and drawn. */
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final String FILE = "/fonts/NotoSansHans-Regular.otf";
    private static final Font FONT = read();

    private PictureFont() {
    }

    /** The font at a size in pixels. */
    static Font of(float size) {
        return FONT.deriveFont(size);
    }

    /** The same with thicker strokes. */
    static Font strong(float size) {
        return FONT.deriveFont(Font.BOLD, size);
    }

    /** The width of a text in pixels. */
    static double width(Font font, String text) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, CONTEXT).getWidth();
    }

    private static Font read() {
        doWithoutTheMachinesFonts();
        try (InputStream file = PictureFont.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + FILE);
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(FILE + " is no font", e);
        }
    }

    /** Told before AWT starts, which else asks fontconfig for the machine's fonts, and fails where there is none. */
    private static void doWithoutTheMachinesFonts() {
        setUnlessSet("java.awt.headless", "true");
        if (System.getProperty("sun.awt.fontconfig") == null) {
            try {
                Path none = Files.createTempFile("juliu-fonts", ".properties");
                none.toFile().deleteOnExit();
                Files.write(none, "version=1\nsequence.allfonts=default\n".getBytes(StandardCharsets.US_ASCII));
                System.setProperty("sun.awt.fontconfig", none.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
