package fr.juliu.decide;

/**
 * A second reader of questions: it is shown few places that the index found, and says which of them answers. It writes
 * nothing: what people read is told by whoever tells it without a second reader.
 */
public interface Chooser {

    /** The name of the server that gets the questions, such as {@code api.deepseek.com}; empty where none does. */
    String host();

    /** Whether it is asked of all that is not settled, not of what is unsure alone. */
    boolean always();

    /**
     * Chooses, within the time that it is given.
     *
     * @return a choice among the passages of the list, or why there is none; never an exception
     */
    Choice choose(Shortlist list);
}
