package fr.juliu.choose;

import fr.juliu.decide.Choice;
import java.time.Duration;

/** Is told of each question that a second reader was asked; never of what it says. */
@FunctionalInterface
public interface ChoiceListener {

    /** Nobody. */
    ChoiceListener NONE = (choice, known, took) -> {
    };

    /**
     * A question was read, or why it was not.
     *
     * @param known whether the choice was known from before, so that no server was asked
     * @param took  how long it took
     */
    void chose(Choice choice, boolean known, Duration took);
}
