package fr.juliu.understand;

import fr.juliu.search.TextFolding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words and patterns with what they stand for, all found in one walk over a text. */
final class PhraseBook {

    private static final Pattern PATTERN_PART = Pattern.compile("<([a-z_]+)>|…|[^<…]+|<");
    private static final int LONGEST_EXPANSION = 4;

    private final TextFolding folding;
    private final Map<String, List<String>> classes;
    private final Map<String, Set<String>> expanded = new HashMap<>();
    private final Set<String> classesInUse = new LinkedHashSet<>();
    private final Node root = new Node();
    private final List<Phrase> phrases = new ArrayList<>();

    PhraseBook(TextFolding folding, Map<String, List<String>> classes) {
        this.folding = folding;
        this.classes = classes;
    }

    /** Adds a word or a pattern. */
    void add(String alias, Tag tag) {
        List<Phrase.Part> parts = new ArrayList<>();
        boolean gap = false;
        Matcher matcher = PATTERN_PART.matcher(alias);
        while (matcher.find()) {
            if (matcher.group().equals("…")) {
                gap = true;
            } else {
                parts.add(new Phrase.Part(wordClass(matcher), gap));
                gap = false;
            }
        }
        if (parts.size() == 1) {
            for (String word : expanded.getOrDefault(parts.getFirst().wordClass(), Set.of())) {
                put(word, tag);
            }
        } else if (!parts.isEmpty()) {
            parts.forEach(part -> use(part.wordClass()));
            phrases.add(new Phrase(parts, tag));
        }
    }

    /** Everything of the book that stands in a folded text. */
    List<Occurrence> find(String folded) {
        List<Occurrence> found = new ArrayList<>();
        for (int start = 0; start < folded.length(); start++) {
            if (startsWord(folded, start)) {
                walk(folded, start, found);
            }
        }
        Map<String, List<Occurrence>> byClass = new HashMap<>();
        for (Occurrence occurrence : found) {
            if (occurrence.tag().kind() == Tag.Kind.CLASS) {
                byClass.computeIfAbsent(occurrence.tag().id(), id -> new ArrayList<>()).add(occurrence);
            }
        }
        found.removeIf(occurrence -> occurrence.tag().kind() == Tag.Kind.CLASS);
        phrases.forEach(phrase -> found.addAll(phrase.find(folded, byClass)));
        return found;
    }

    /** The words of all classes in use, folded. */
    Set<String> classWords() {
        Set<String> words = new LinkedHashSet<>();
        classesInUse.forEach(wordClass -> words.addAll(expanded.getOrDefault(wordClass, Set.of())));
        return words;
    }

    /** The class of a part of a pattern, with its words spelled out; plain text is a class of one word. */
    private String wordClass(Matcher part) {
        String name = part.group(1);
        if (name == null) {
            String word = folding.fold(part.group());
            expanded.putIfAbsent("=" + word, Set.of(word));
            return "=" + word;
        }
        words(name);
        return name;
    }

    /**
     * The words of a class, spelled out and folded.
     *
     * @throws IllegalArgumentException when there is no such class
     */
    Set<String> words(String name) {
        if (!classes.containsKey(name)) {
            throw new IllegalArgumentException("<" + name + "> is no class of words; add it under 'words'");
        }
        return expanded.computeIfAbsent(name, key -> {
            Set<String> words = new HashSet<>();
            classes.getOrDefault(key, List.of()).forEach(word -> words.addAll(spellOut(word, LONGEST_EXPANSION)));
            return words;
        });
    }

    private Set<String> spellOut(String word, int depth) {
        Matcher nested = Pattern.compile("<([a-z_]+)>").matcher(word);
        if (!nested.find() || depth == 0) {
            return Set.of(folding.fold(word));
        }
        Set<String> words = new HashSet<>();
        for (String inner : classes.getOrDefault(nested.group(1), List.of())) {
            words.addAll(spellOut(word.substring(0, nested.start()) + inner + word.substring(nested.end()), depth - 1));
        }
        return words;
    }

    private void use(String wordClass) {
        if (classesInUse.add(wordClass)) {
            expanded.getOrDefault(wordClass, Set.of()).forEach(word -> put(word, new Tag(Tag.Kind.CLASS, wordClass)));
        }
    }

    private void put(String word, Tag tag) {
        if (word.isEmpty()) {
            return;
        }
        Node node = root;
        for (int i = 0; i < word.length(); i++) {
            node = node.next.computeIfAbsent(word.charAt(i), c -> new Node());
        }
        if (!node.tags.contains(tag)) {
            node.tags.add(tag);
        }
    }

    private void walk(String text, int start, List<Occurrence> found) {
        Node node = root;
        int letters = 0;
        for (int i = start; i < text.length(); i++) {
            node = node.next.get(text.charAt(i));
            if (node == null) {
                return;
            }
            letters += text.charAt(i) == ' ' ? 0 : 1;
            int end = node.tags.isEmpty() ? -1 : wordEnd(text, i + 1);
            if (end >= 0) {
                for (Tag tag : node.tags) {
                    found.add(new Occurrence(start, end, tag, letters, false));
                }
            }
        }
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !isLatin(text.charAt(at)) || !isLatin(text.charAt(at - 1))
                || Character.isDigit(text.charAt(at)) != Character.isDigit(text.charAt(at - 1));
    }

    /** Where the word that ends here ends with its French feminine or plural; -1 inside a longer word. */
    private static int wordEnd(String text, int at) {
        if (at >= text.length() || !isLatin(text.charAt(at)) || !isLatin(text.charAt(at - 1))) {
            return at;
        }
        for (String ending : List.of("es", "e", "s")) {
            int after = at + ending.length();
            if (text.startsWith(ending, at) && (after >= text.length() || !isLatin(text.charAt(after)))) {
                return after;
            }
        }
        return -1;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** A node of the tree of words. */
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private final List<Tag> tags = new ArrayList<>(1);
    }
}
