package fr.juliu.decide;

import fr.juliu.understand.Question;

/**
 * The probability that an answer is right, a refusal included, as measured on known questions: each constant is the share
 * that was right among answers given for the same reason.
 */
final class Confidence {

    /** A permit named outright, and the question asks for it online. */
    static final double NAMED = 0.95;
    /** A permit named by a word that can mean something else, or hardly asked for. */
    static final double GUESSED = 0.8;
    /** A permit of the table, asked whether something else than 网上 is allowed: what the table tells is only near. */
    static final double BESIDE = 0.6;
    /** A permit named outright that no table lists. */
    static final double NOT_LISTED = 0.97;
    /** Several entries of the table. */
    static final double LIST = 0.97;
    /** The section that helps an urgent case. */
    static final double URGENT = 0.9;
    /** What a second reader chose. */
    static final double CHOSEN = 0.9;
    /** A question back. */
    static final double CLARIFY = 0.7;

    private Confidence() {
    }

    /** That of a refusal: the more of the question is not understood, the less. */
    static double ofRefusal(Question question) {
        boolean nothingElse = question.keywords().isEmpty();
        if (!question.mentions().isEmpty()) {
            return nothingElse ? 0.97 : question.aspects().isEmpty() ? 0.65 : 0.92;
        }
        return nothingElse || question.aspects().isEmpty() ? 0.97 : 0.87;
    }
}
