package fr.juliu.search;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The syllables of Chinese characters without tones, each character by its commonest reading. */
public final class Pinyin {

    // characters whose commonest reading in questions is not the dictionary's first
    private static final Map<Character, String> READINGS = Map.ofEntries(Map.entry('长', "chang"), Map.entry('地', "di"),
            Map.entry('还', "hai"), Map.entry('都', "dou"), Map.entry('什', "shen"), Map.entry('么', "me"),
            Map.entry('了', "le"), Map.entry('得', "de"), Map.entry('行', "xing"), Map.entry('没', "mei"),
            Map.entry('更', "geng"), Map.entry('给', "gei"), Map.entry('那', "na"), Map.entry('哪', "na"),
            Map.entry('会', "hui"), Map.entry('重', "chong"), Map.entry('转', "zhuan"), Map.entry('时', "shi"));

    private final Map<Character, String> known = new ConcurrentHashMap<>();
    private final Transliterator latin = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");

    /** One syllable for each character; what is no Chinese character stays as it is. */
    public List<String> syllables(String text) {
        List<String> syllables = new ArrayList<>(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            syllables.add(TextFolding.isHan(c) ? known.computeIfAbsent(c, this::read) : String.valueOf(c));
        }
        return syllables;
    }

    private String read(char c) {
        String reading = READINGS.get(c);
        return reading == null ? latin.transliterate(String.valueOf(c)).strip() : reading;
    }
}
