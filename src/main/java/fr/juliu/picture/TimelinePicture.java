package fr.juliu.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The rollout as a picture for a phone: how many permits by when, and below each date with its permits, the newest first.
 *
 * <p>The steps are JFreeChart's; it has no list of texts along a line, so that is drawn by hand.
 */
public final class TimelinePicture {

    /** In pixels; texts have 28 or more. */
    static final int WIDTH = 1080;
    /** In pixels: with the width below the 10,000 that Telegram takes, and no more than 20 times as high as wide. */
    static final int HIGHEST = 8800;

    private static final int HEAD = 150;
    private static final int CHART = 370;
    private static final int FOOT = 96;
    private static final int LEFT = 48;

    private final Timeline timeline;
    private final Ink ink;
    private final RolloutChart chart;
    private final List<DateBlock> blocks;
    private final int left;
    private final int height;

    /** The picture for light surroundings. */
    public TimelinePicture(Timeline timeline) {
        this(timeline, Tone.LIGHT);
    }

    public TimelinePicture(Timeline timeline, Tone tone) {
        this.timeline = timeline;
        ink = Ink.of(tone);
        chart = new RolloutChart(timeline, ink);
        List<List<TimelineRow>> dates = dates(timeline);
        int room = HIGHEST - top() - FOOT;
        List<DateBlock> whole = blocks(dates, true);
        blocks = height(whole) <= room ? whole : blocks(dates, false);
        int kept = dates.size();
        while (kept > 1 && height(blocks.subList(0, kept)) > (kept == dates.size() ? room : room - FOOT)) {
            kept--;
        }
        left = dates.subList(kept, dates.size()).stream().mapToInt(List::size).sum();
        blocks.subList(kept, blocks.size()).clear();
        height = Math.min(HIGHEST, top() + height(blocks) + (left > 0 ? FOOT : 0) + FOOT);
    }

    /** The picture as the bytes of a PNG file. */
    public byte[] png() {
        BufferedImage image = new FewColours(ink.all()).of(draw());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private BufferedImage draw() {
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        try {
            on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            on.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            on.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            on.setFont(PictureFont.of(28));
            on.setColor(ink.paper());
            on.fillRect(0, 0, WIDTH, height);
            drawHead(on);
            if (chart.isWorthDrawing()) {
                write(on, PictureFont.of(30), ink.faint(), chart.title(), HEAD + 54);
                chart.draw(on, new Rectangle2D.Double(LEFT - 12.0, HEAD + 74.0, WIDTH - 2.0 * LEFT + 24, CHART - 84.0));
            }
            drawDates(on);
            drawFoot(on);
        } finally {
            on.dispose();
        }
        return image;
    }

    private void drawHead(Graphics2D on) {
        on.setColor(ink.head());
        on.fillRect(0, 0, WIDTH, HEAD);
        write(on, PictureFont.strong(60), ink.onHead(), "ANEF 上线时间表", 76);
        write(on, PictureFont.of(30), ink.onHead(), "法国居留：什么时候起可以网上申请", 126);
    }

    private void drawDates(Graphics2D on) {
        int top = top();
        for (int block = 0; block < blocks.size(); block++) {
            blocks.get(block).draw(on, top, block == blocks.size() - 1 && left == 0);
            top += blocks.get(block).height();
        }
    }

    private void drawFoot(Graphics2D on) {
        int top = height - FOOT;
        if (left > 0) {
            on.setColor(ink.paper());
            on.fillRect(0, top - FOOT, WIDTH, FOOT);
            write(on, PictureFont.of(32), ink.faint(), "更早的还有 " + left + " 种，请看文字名单", top - 36);
        }
        on.setColor(ink.head());
        on.fillRect(0, top, WIDTH, FOOT);
        write(on, PictureFont.of(32), ink.onHead(), timeline.told() + " · 以官方信息为准", top + 60);
    }

    private static void write(Graphics2D on, Font font, Color colour, String text, int base) {
        on.setFont(font);
        on.setColor(colour);
        on.drawString(text, LEFT, base);
    }

    private int top() {
        return HEAD + (chart.isWorthDrawing() ? CHART : 0) + 24;
    }

    private static int height(Collection<DateBlock> blocks) {
        return blocks.stream().mapToInt(DateBlock::height).sum() + 24;
    }

    private List<DateBlock> blocks(List<List<TimelineRow>> dates, boolean french) {
        return new ArrayList<>(dates.stream().map(rows -> new DateBlock(rows, french, ink)).toList());
    }

    private static List<List<TimelineRow>> dates(Timeline timeline) {
        Map<String, List<TimelineRow>> byDate = new LinkedHashMap<>();
        timeline.rows().forEach(row -> byDate
                .computeIfAbsent(row.date() + (row.planned() ? " planned" : ""), date -> new ArrayList<>()).add(row));
        return List.copyOf(byDate.values());
    }
}
