package fr.juliu.picture;

import java.awt.Color;
import java.util.List;

/**
 * The colours of a picture, which are those of the pages; each text on its ground has a contrast of 4.5 to 1 or more.
 *
 * @param done what is online
 * @param area below the steps, and behind marks
 * @param plan what is yet to come
 */
record Ink(Color paper, Color head, Color onHead, Color text, Color faint, Color line, Color done, Color area,
        Color plan, Color planGround) {

    private static final Ink LIGHT = new Ink(new Color(0xF4F1EA), new Color(0x1D5A61), new Color(0xFFFFFF),
            new Color(0x23282A), new Color(0x5A6164), new Color(0xDDD6C8), new Color(0x1A565D), new Color(0xDEEDEE),
            new Color(0x86390F), new Color(0xFAE8DA));
    private static final Ink DARK = new Ink(new Color(0x161A1B), new Color(0x23494D), new Color(0xEDF6F5),
            new Color(0xE7E4DC), new Color(0xA7ADAB), new Color(0x353D3E), new Color(0x93D2D3), new Color(0x1C393B),
            new Color(0xF2B48C), new Color(0x43291A));

    static Ink of(Tone tone) {
        return switch (tone) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
        };
    }

    /** All of them, the most frequent first. */
    List<Color> all() {
        return List.of(paper, text, faint, line, done, area, head, onHead, plan, planGround);
    }
}
