package fr.juliu.decide;

import fr.juliu.search.TextFolding;
import fr.juliu.understand.Aspect;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a text that are evidence of an aspect: they are looked for one by one, which is quicker than all at once. */
record Evidence(String aspect, List<String> words, List<Pattern> numbered) {

    private static final String NUMBER = "(?:\\d+|[一二两三四五六七八九十半]+)";

    /** That of an aspect, where # is any number. */
    static Evidence of(Aspect aspect, TextFolding folding) {
        List<String> folded = aspect.evidence().stream().map(folding::fold).toList();
        return new Evidence(aspect.id(), folded.stream().filter(word -> !word.contains("#")).toList(),
                folded.stream().filter(word -> word.contains("#"))
                        .map(word -> Pattern.compile(Pattern.quote(word).replace("#", "\\E" + NUMBER + "\\Q")))
                        .toList());
    }

    /** Whether a folded text holds some. */
    boolean isIn(String folded) {
        for (String word : words) {
            if (folded.contains(word)) {
                return true;
            }
        }
        return numbered.stream().anyMatch(pattern -> pattern.matcher(folded).find());
    }
}
