package fr.juliu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Passages made from a seed, of the words of the articles of {@code knowledge/}, as often as these use them; a passage is
 * known by its number, and always the same.
 */
public final class SyntheticText {

    private static final long SEED = 20_261_201;
    private static final int WORDS_OF_A_HEADING = 5;
    private static final int WORDS_OF_A_SENTENCE = 14;
    private static final int SENTENCES = 2;

    private final List<String> words = new ArrayList<>();

    public SyntheticText() {
        try (Stream<Path> files = Files.list(Path.of("knowledge"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
                addWords(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addWords(String text) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.CHINESE);
        words.setText(text);
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; to = words.next()) {
            String run = text.substring(from, to);
            from = to;
            if (Character.isLetter(run.codePointAt(0)) && !run.contains("http")) {
                add(run);
            }
        }
    }

    /** A run of characters, which is cut into pairs, or a Latin word. */
    private void add(String run) {
        if (!Character.isIdeographic(run.codePointAt(0))) {
            words.add(" " + run + " ");
            return;
        }
        for (int at = 0; at < run.length(); at += 2) {
            words.add(run.substring(at, Math.min(run.length(), at + 2)));
        }
    }

    /** The heading of a passage; no two are alike. */
    public String heading(int number) {
        return drawn(new Random(SEED ^ number), WORDS_OF_A_HEADING) + " " + number;
    }

    /** Its text of two sentences. */
    public String text(int number) {
        Random random = new Random(SEED ^ ~number);
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < SENTENCES; sentence++) {
            text.append(drawn(random, WORDS_OF_A_SENTENCE)).append("。");
        }
        return text.toString();
    }

    /** One of the questions that share words with a passage, in another order, and have some of their own. */
    public String question(int passage, int variant) {
        Random random = new Random(SEED + 1_000L * passage + variant);
        String heading = heading(passage);
        String text = text(passage);
        int from = random.nextInt(text.length() / 2);
        return text.substring(from, from + 6) + heading.substring(0, Math.min(6, heading.length()))
                + drawn(random, 2) + "吗";
    }

    private String drawn(Random random, int count) {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < count; i++) {
            drawn.append(words.get(random.nextInt(words.size())));
        }
        return drawn.toString().replace("  ", " ").strip();
    }
}
