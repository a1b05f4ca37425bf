package fr.juliu.search;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;

/** The syllables of Chinese characters without tones, each character by its commonest reading. */
public final class Pinyin {

    private final Transliterator latin = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");

    /** One syllable for each character; what is no Chinese character stays as it is. */
    public List<String> syllables(String text) {
        StringBuilder separated = new StringBuilder();
        text.chars().forEach(c -> separated.append((char) c).append('\n'));
        List<String> syllables = new ArrayList<>();
        latin.transliterate(separated.toString()).lines().forEach(line -> syllables.add(line.strip()));
        return syllables;
    }
}
