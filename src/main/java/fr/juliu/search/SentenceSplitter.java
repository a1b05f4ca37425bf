package fr.juliu.search;

import java.util.ArrayList;
import java.util.List;

/** Cuts text into sentences at Chinese and French full stops; decimal points and abbreviations do not end one. */
final class SentenceSplitter {

    private final TextFolding folding;

    SentenceSplitter(TextFolding folding) {
        this.folding = folding;
    }

    /** The sentences of a text whose blocks are lines. */
    List<Sentence> split(String text) {
        List<Sentence> sentences = new ArrayList<>();
        for (String block : text.lines().toList()) {
            int from = 0;
            for (int i = 0; i < block.length(); i++) {
                if (ends(block, i)) {
                    add(sentences, block.substring(from, i + 1));
                    from = i + 1;
                }
            }
            add(sentences, block.substring(from));
        }
        return sentences;
    }

    private static boolean ends(String text, int at) {
        char c = text.charAt(at);
        if ("。！？!?".indexOf(c) >= 0) {
            return true;
        }
        return c == '.' && at > 1 && Character.isLowerCase(text.charAt(at - 1))
                && Character.isLowerCase(text.charAt(at - 2))
                && at + 2 < text.length() && text.charAt(at + 1) == ' ' && Character.isUpperCase(text.charAt(at + 2));
    }

    private void add(List<Sentence> sentences, String text) {
        String stripped = text.strip();
        if (!stripped.isEmpty()) {
            sentences.add(new Sentence(stripped, folding.fold(stripped)));
        }
    }
}
