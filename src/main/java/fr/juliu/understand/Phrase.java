package fr.juliu.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A pattern of word classes in order, next to each other or with a gap between them. */
record Phrase(List<Part> parts, Tag tag) {

    private static final int WIDEST_GAP = 16;
    private static final String NEGATIONS = "不没非未";
    private static final Pattern NO_NEGATION = Pattern.compile("没有?(?:收入|工作|退休金|文化|医保)|(.)不\\1|需不需要|可不可以|有没有|不但|不仅");
    private static final Pattern NEXT_SUBJECT = Pattern.compile("还有|以及|、|或者");
    private static final String STOPS = "。？！?!";

    /** A word class, and whether a gap may stand before it. */
    record Part(String wordClass, boolean gapBefore) {
    }

    Phrase {
        parts = List.copyOf(parts);
    }

    /** Where the phrase stands in a text, given where the words of each class do. */
    List<Occurrence> find(String text, Map<String, List<Occurrence>> classes) {
        List<Occurrence> found = new ArrayList<>();
        for (Occurrence first : classes.getOrDefault(parts.getFirst().wordClass(), List.of())) {
            follow(text, classes, first, 1).ifPresent(last -> found.add(last));
        }
        return found;
    }

    private Optional<Occurrence> follow(String text, Map<String, List<Occurrence>> classes, Occurrence before, int at) {
        if (at == parts.size()) {
            boolean gapped = parts.stream().anyMatch(Part::gapBefore);
            return Optional.of(new Occurrence(before.start(), before.end(), tag, before.letters(), gapped));
        }
        Part part = parts.get(at);
        for (Occurrence next : classes.getOrDefault(part.wordClass(), List.of())) {
            if (joins(text, before.end(), next.start(), part.gapBefore())) {
                Occurrence both = new Occurrence(before.start(), next.end(), tag, before.letters() + next.letters(),
                        true);
                Optional<Occurrence> whole = follow(text, classes, both, at + 1);
                if (whole.isPresent()) {
                    return whole;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean joins(String text, int end, int start, boolean gap) {
        if (start < end || start - end > WIDEST_GAP) {
            return false;
        }
        String between = text.substring(end, start);
        if (between.isBlank()) {
            return true;
        }
        return gap && !NEXT_SUBJECT.matcher(between).find() && NO_NEGATION.matcher(between).replaceAll("").chars()
                .noneMatch(c -> NEGATIONS.indexOf(c) >= 0 || STOPS.indexOf(c) >= 0);
    }
}
