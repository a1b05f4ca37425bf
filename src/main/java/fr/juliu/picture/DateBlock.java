package fr.juliu.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A date of the timeline with what went online then: a dot on the line, hollow for a plan, and the permits beside it. */
final class DateBlock {

    private static final int LINE_X = 62;
    private static final int LEFT = 108;
    private static final int RIGHT = TimelinePicture.WIDTH - 48;
    private static final int PAD = 14;
    private static final int DATE_LINE = 56;
    private static final int LABEL_LINE = 51;
    private static final int FRENCH_LINE = 40;
    private static final int GAP = 24;
    private static final Font DATE = PictureFont.strong(38);
    private static final Font LABEL = PictureFont.of(36);
    private static final Font FRENCH = PictureFont.of(28);

    private final Ink ink;
    private final String date;
    private final boolean planned;
    private final String shared;
    private final List<Line> lines = new ArrayList<>();

    /** A line of a permit: Chinese or the rest of it, and French and marks behind where they have room. */
    private record Line(String label, String mark, String french, int height) {
    }

    /**
     * A date with its permits.
     *
     * @param rows   all of one date
     * @param french whether French names are shown
     */
    DateBlock(List<TimelineRow> rows, boolean french, Ink ink) {
        this.ink = ink;
        date = rows.getFirst().date();
        planned = rows.getFirst().planned();
        String common = rows.size() > 1 ? rows.getFirst().marks() : "";
        shared = rows.stream().allMatch(row -> row.marks().equals(common)) ? common : "";
        rows.forEach(row -> add(row, shared.isEmpty() ? row.marks() : "", french));
    }

    /** Its height in pixels, with the space below. */
    int height() {
        return DATE_LINE + lines.stream().mapToInt(Line::height).sum() + 2 * PAD;
    }

    /** Draws it from a height on, the line going on below unless it is the last. */
    void draw(Graphics2D on, int top, boolean last) {
        Color colour = planned ? ink.plan() : ink.done();
        if (planned) {
            on.setColor(ink.planGround());
            on.fill(new RoundRectangle2D.Double(LEFT - 20, top + 2, RIGHT - LEFT + 40.0, height() - 8.0, 24, 24));
        }
        drawLine(on, top, last, colour);
        on.setColor(colour);
        on.setFont(DATE);
        on.drawString(date, LEFT, top + PAD + 38);
        int x = LEFT + (int) PictureFont.width(DATE, date) + GAP;
        if (planned) {
            x = drawMark(on, "计划，尚未上线", x, top + PAD + 38, ink.plan(), ink.paper()) + GAP;
        }
        if (!shared.isEmpty()) {
            drawMark(on, shared, x, top + PAD + 38, colour, planned ? ink.paper() : ink.area());
        }
        int y = top + PAD + DATE_LINE;
        for (Line line : lines) {
            draw(on, line, y);
            y += line.height();
        }
    }

    private void drawLine(Graphics2D on, int top, boolean last, Color colour) {
        double dot = top + PAD + 25.0;
        on.setColor(ink.line());
        on.setStroke(new BasicStroke(6, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
                planned ? new float[]{10, 8} : null, 0));
        if (!last) {
            on.draw(new Line2D.Double(LINE_X, dot, LINE_X, top + height() + PAD + 25.0));
        }
        on.setColor(planned ? ink.paper() : colour);
        on.fill(new Ellipse2D.Double(LINE_X - 14.0, dot - 14, 28, 28));
        on.setColor(colour);
        on.setStroke(new BasicStroke(5));
        on.draw(new Ellipse2D.Double(LINE_X - 14.0, dot - 14, 28, 28));
    }

    private void draw(Graphics2D on, Line line, int top) {
        int x = LEFT;
        int base = top + line.height() - 15;
        if (!line.label().isEmpty()) {
            on.setFont(LABEL);
            on.setColor(ink.text());
            on.drawString(line.label(), x, base);
            x += (int) PictureFont.width(LABEL, line.label()) + GAP;
        }
        if (!line.mark().isEmpty()) {
            x = drawMark(on, line.mark(), x, base, planned ? ink.plan() : ink.done(),
                    planned ? ink.paper() : ink.area()) + GAP;
        }
        on.setFont(FRENCH);
        on.setColor(ink.faint());
        on.drawString(line.french(), x, base);
    }

    private static int drawMark(Graphics2D on, String mark, int x, int base, Color colour, Color ground) {
        double width = PictureFont.width(FRENCH, mark) + 28;
        on.setColor(ground);
        on.fill(new RoundRectangle2D.Double(x, base - 33.0, width, 44, 22, 22));
        on.setColor(colour);
        on.setFont(FRENCH);
        on.drawString(mark, x + 14, base - 1);
        return x + (int) width;
    }

    private void add(TimelineRow row, String marks, boolean withFrench) {
        List<String> labels = new ArrayList<>(new Wrapping(LABEL, RIGHT - LEFT).lines(row.label()));
        String lastLabel = labels.removeLast();
        labels.forEach(label -> lines.add(new Line(label, "", "", LABEL_LINE)));
        double room = RIGHT - LEFT - PictureFont.width(LABEL, lastLabel) - GAP;
        double marked = marks.isEmpty() ? 0 : PictureFont.width(FRENCH, marks) + 28 + GAP;
        if (marked > room) {
            lines.add(new Line(lastLabel, "", "", LABEL_LINE));
            lastLabel = "";
            room = RIGHT - LEFT;
        }
        String french = withFrench ? row.french() : "";
        boolean beside = PictureFont.width(FRENCH, french) <= room - marked;
        lines.add(new Line(lastLabel, marks, beside ? french : "", LABEL_LINE));
        if (!beside) {
            new Wrapping(FRENCH, RIGHT - LEFT).lines(french)
                    .forEach(line -> lines.add(new Line("", "", line, FRENCH_LINE)));
        }
    }
}
