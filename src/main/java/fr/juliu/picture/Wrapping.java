package fr.juliu.picture;

import java.awt.Font;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text in lines that are not too wide: broken between Chinese characters and between words, a long word inside. */
final class Wrapping {

    private final Font font;
    private final double width;

    Wrapping(Font font, double width) {
        this.font = font;
        this.width = width;
    }

    /** The lines of a text; none when it is blank. */
    List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text.strip())) {
            if (!fits(line + piece.stripTrailing()) && !line.isEmpty()) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    private boolean fits(String line) {
        return PictureFont.width(font, line) <= width;
    }

    private List<String> pieces(String text) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINA);
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String piece = text.substring(start, end);
            if (fits(piece.stripTrailing())) {
                pieces.add(piece);
            } else {
                piece.codePoints().forEach(point -> pieces.add(Character.toString(point)));
            }
            start = end;
        }
        return pieces;
    }
}
