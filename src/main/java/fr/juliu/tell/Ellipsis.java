package fr.juliu.tell;

/** What stands at the end of a text that is cut. */
public final class Ellipsis {

    private Ellipsis() {
    }

    /** A text of so many characters at most; an ellipsis says that there was more. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
