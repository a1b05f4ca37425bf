package fr.juliu.understand;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that a question speaks of.
 *
 * @param word         as asked, folded
 * @param alternatives words that say the same, folded, itself included
 * @param topic        whether it is a subject that an answer must know, such as a place
 * @param foreign      whether it is a French or English word in a Chinese question
 */
public record Keyword(String word, List<String> alternatives, boolean foreign, boolean topic) {

    static final Pattern LAW = Pattern.compile("\\b[rld]\\d{3}(?:-\\d{1,3})?\\b");

    /** How much it weighs that no place knows the word: more when it is foreign in a Chinese question. */
    public double weight() {
        boolean latin = word.chars().allMatch(c -> c < 128);
        return latin && foreign ? 1.5 : latin ? 0.5 : 1;
    }

    /** Whether it names an article of law, such as R431-2: then it is what the question is about. */
    public boolean isLaw() {
        return LAW.matcher(word).matches();
    }

    public boolean standsIn(String folded) {
        for (String alternative : alternatives) {
            if (folded.contains(alternative)) {
                return true;
            }
        }
        return false;
    }
}
