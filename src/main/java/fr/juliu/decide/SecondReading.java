package fr.juliu.decide;

import java.util.Locale;

/**
 * What came of a second reader.
 *
 * @param choice what it chose
 * @param effect what became of it
 * @param local  what is answered without it
 */
public record SecondReading(Choice choice, Effect effect, Answer local) {

    /** What became of a choice. */
    public enum Effect {
        /** It chose what is answered anyway. */
        AGREED,
        /** It is answered what it chose. */
        CHANGED,
        /** What it chose may not be answered: a table that says nothing, a passage about other permits than those named. */
        RULED_OUT,
        /** It chose nothing. */
        UNREAD;

        /** Its name in figures, such as {@code ruled-out}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
