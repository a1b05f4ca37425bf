package fr.juliu.chat;

import java.time.Duration;

/** Hears what comes of questions, never their words nor who asked: for figures. */
public interface AnswerListener {

    /** Hears nothing. */
    AnswerListener NONE = new AnswerListener() {
        @Override
        public void found(Duration time) {
        }

        @Override
        public void given(String outcome, double confidence, String messenger) {
        }

        @Override
        public void read(String choice, String effect) {
        }
    };

    /**
     * An answer was found, or that there is none; it need not be given.
     *
     * @param time how long that took
     */
    void found(Duration time);

    /**
     * An answer was given.
     *
     * @param outcome    as in the JSON of an answer
     * @param confidence how sure it is to be right, from 0 to 1
     * @param messenger  such as {@code web}
     */
    void given(String outcome, double confidence, String messenger);

    /**
     * A second reader had the question of an answer that was given.
     *
     * @param choice what he chose, such as {@code table}, or why he chose nothing, such as {@code late}
     * @param effect what became of it, such as {@code changed}
     */
    void read(String choice, String effect);
}
