package fr.juliu.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The WordPiece tokenizer of a BERT model, over the model's own vocabulary: Chinese characters stand alone, other words
 * fall into their longest known pieces.
 *
 * <p>Text has to be folded before: the vocabulary is uncased and without accents.
 */
final class WordPieces {

    private static final int LONGEST_WORD = 100;

    private final Map<String, Long> vocabulary = new HashMap<>();
    private final long unknown;
    private final long start;
    private final long end;

    /** Reads a vocabulary: a piece a line, its number counted from 0. */
    WordPieces(byte[] file) {
        new String(file, StandardCharsets.UTF_8).lines()
                .forEach(piece -> vocabulary.put(piece, (long) vocabulary.size()));
        unknown = special("[UNK]");
        start = special("[CLS]");
        end = special("[SEP]");
    }

    /** The ids of a folded text with the marks of start and end, cut to a number of tokens. */
    long[] encode(String folded, int most) {
        List<Long> ids = new ArrayList<>();
        ids.add(start);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c) && !TextFolding.isHan(c)) {
                word.append(c);
            } else {
                addWord(word, ids);
                if (!Character.isWhitespace(c)) {
                    ids.add(vocabulary.getOrDefault(String.valueOf(c), unknown));
                }
            }
        }
        addWord(word, ids);
        List<Long> kept = ids.subList(0, Math.min(ids.size(), most - 1));
        long[] encoded = new long[kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) {
            encoded[i] = kept.get(i);
        }
        encoded[kept.size()] = end;
        return encoded;
    }

    private void addWord(StringBuilder word, List<Long> ids) {
        String text = word.toString();
        word.setLength(0);
        List<Long> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length() && text.length() <= LONGEST_WORD) {
            int to = text.length();
            while (to > from && !vocabulary.containsKey(piece(text, from, to))) {
                to--;
            }
            if (to == from) {
                break;
            }
            pieces.add(vocabulary.getOrDefault(piece(text, from, to), unknown));
            from = to;
        }
        if (from < text.length()) {
            ids.add(unknown);
        } else {
            ids.addAll(pieces);
        }
    }

    private static String piece(String text, int from, int to) {
        return (from > 0 ? "##" : "") + text.substring(from, to);
    }

    private long special(String token) {
        Long id = vocabulary.get(token);
        if (id == null) {
            throw new IllegalArgumentException("the model's vocabulary has no " + token);
        }
        return id;
    }
}
