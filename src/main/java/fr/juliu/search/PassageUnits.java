package fr.juliu.search;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts by whose vectors a passage is found: its heading, and each of its sentences after the heading; the article's
 * short title leads, since it says what a heading such as 怎么续 is about.
 */
final class PassageUnits {

    /** Names how units are made; another way of making them takes another name. */
    static final String MADE = "headings and sentences";
    private static final int LONGEST_TITLE = 20;
    private static final int LONGEST_PREFIX = 60;

    private PassageUnits() {
    }

    /** The key of what the units of a passage are made of. */
    static long key(Place place) {
        return ContentIndex.key(place.article().title(), place.heading(), place.text());
    }

    /** The units of a passage, folded. */
    static List<String> of(Place place, List<Sentence> sentences, TextFolding folding) {
        String title = folding.fold(shortTitle(place.article().title()));
        String heading = folding.fold(place.heading());
        String prefix = heading.startsWith(title) ? heading : title + "。" + heading;
        prefix = prefix.substring(0, Math.min(LONGEST_PREFIX, prefix.length()));
        List<String> units = new ArrayList<>(List.of(prefix));
        for (Sentence sentence : sentences) {
            units.add(prefix + "。" + sentence.folded());
        }
        return units;
    }

    /** The title up to its first colon or bracket. */
    private static String shortTitle(String title) {
        int end = 0;
        while (end < title.length() && end < LONGEST_TITLE && "：（:(".indexOf(title.charAt(end)) < 0) {
            end++;
        }
        return title.substring(0, end);
    }
}
