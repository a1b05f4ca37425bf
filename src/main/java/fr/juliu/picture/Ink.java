package fr.juliu.picture;

import java.awt.Color;

/**
 * The colours of pictures; each text on its ground has a contrast of 4.5 to 1 or more. Each channel is a multiple of
 * 0x11, as {@link FewColours} keeps them.
 */
final class Ink {

    static final Color PAPER = new Color(0xFFFFFF);
    static final Color HEAD = new Color(0x113366);
    static final Color ON_HEAD = new Color(0xFFFFFF);
    static final Color TEXT = new Color(0x112233);
    static final Color FAINT = new Color(0x556677);
    static final Color LINE = new Color(0xCCDDEE);
    static final Color DONE = new Color(0x1155BB);
    static final Color AREA = new Color(0xDDEEFF);
    static final Color PLAN = new Color(0xAA4400);
    static final Color PLAN_GROUND = new Color(0xFFEEDD);
    static final Color MARK_GROUND = new Color(0xDDEEFF);

    private Ink() {
    }
}
