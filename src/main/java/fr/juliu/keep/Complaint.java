package fr.juliu.keep;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why an answer was of no use, where one word says it. */
public enum Complaint {
    /** What it says is not so. */
    WRONG("答错了", "答錯了"),
    /** It was so once. */
    OUTDATED("过时了", "過時了"),
    /** It answers another question. */
    BESIDE("答非所问", "答非所問"),
    /** It cannot be understood. */
    UNCLEAR("看不懂", "看不懂");

    private final String label;
    private final String traditional;

    Complaint(String label, String traditional) {
        this.label = label;
        this.traditional = traditional;
    }

    /** The complaint of that key, or that is said in these words. */
    public static Optional<Complaint> of(String words) {
        return Arrays.stream(values()).filter(complaint -> words.equals(complaint.key())
                || complaint.isSaidIn(words.replaceFirst("^这条", ""))).findFirst();
    }

    private boolean isSaidIn(String words) {
        return Stream.of(label, traditional)
                .anyMatch(said -> words.equals(said) || (words + "了").equals(said));
    }

    /** A reason as it is stored, in words to read: a key at its beginning is said in Chinese. */
    public static String told(String reason) {
        String[] parts = reason.split(" ", 2);
        return of(parts[0]).map(complaint -> parts.length == 1 ? complaint.label : complaint.label + "　" + parts[1])
                .orElse(reason);
    }

    /** What is stored, and what a button or a request says. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a button shows. */
    public String label() {
        return label;
    }

    /** The same in the script of an answer. */
    public String label(boolean inTraditional) {
        return inTraditional ? traditional : label;
    }
}
