package fr.juliu.search;

import fr.juliu.knowledge.ConfigEntry;
import fr.juliu.knowledge.ConfigException;
import fr.juliu.knowledge.ConfigFolder;
import java.util.List;

/**
 * Words that mean the same in Chinese, French, English and slang.
 *
 * @param same    groups of words that say the same thing
 * @param topics  groups of words for subjects that are no permits, such as places
 * @param frame   words that shape a question and say nothing of its subject
 * @param general words that nearly every text holds; alone they are no subject
 * @param asking  words that make a sentence a question
 * @param around  words around the names of permits
 * @param lookalikes pairs of characters that are mistaken for each other, the wrong one first
 */
public record Lexicon(List<List<String>> same, List<List<String>> topics, List<String> frame, List<String> general,
        List<String> asking, List<String> lookalikes, Around around) {

    private static final String FILE = "lexicon.yml";

    /**
     * Words around the name of a permit, which tell whether it is the one that is asked about.
     *
     * @param change     before what one changes to
     * @param article    between these and the name
     * @param behind     between the name and a word that joins it to another
     * @param joins      what joins two names
     * @param between    between that word and the second name
     * @param others     whose permit it is that is not one's own
     * @param othersHold that they have it
     * @param who        whose status it is
     * @param holds      that he has it
     * @param several    that several are asked about at once
     * @param not        that it is none
     * @param runsOut    behind one's own permit, that it is the one asked about all the same
     */
    public record Around(List<String> change, List<String> article, List<String> behind, List<String> joins,
            List<String> between, List<String> others, List<String> othersHold, List<String> who, List<String> holds,
            List<String> several, List<String> not, List<String> runsOut) {

        private static Around of(ConfigEntry entry) {
            entry.only("change", "article", "behind", "joins", "between", "others", "others_hold", "who", "holds",
                    "several", "not", "runs_out");
            return new Around(entry.texts("change"), entry.texts("article"), entry.texts("behind"),
                    entry.texts("joins"), entry.texts("between"), entry.texts("others"), entry.texts("others_hold"),
                    entry.texts("who"), entry.texts("holds"), entry.texts("several"), entry.texts("not"),
                    entry.texts("runs_out"));
        }
    }

    public Lexicon {
        same = same.stream().map(List::copyOf).toList();
        topics = topics.stream().map(List::copyOf).toList();
        frame = List.copyOf(frame);
        general = List.copyOf(general);
        asking = List.copyOf(asking);
        lookalikes = List.copyOf(lookalikes);
    }

    /** The lexicon without its words that say the same. */
    public Lexicon withoutSynonyms() {
        return new Lexicon(List.of(), topics, frame, general, asking, lookalikes, around);
    }

    /**
     * The lexicon as {@code lexicon.yml} has it now.
     *
     * @throws ConfigException when the file is missing or wrong
     */
    public static Lexicon read(ConfigFolder folder) {
        ConfigEntry root = folder.entry(FILE).only("same", "topics", "frame", "general", "asking", "lookalikes",
                "around");
        List<String> lookalikes = root.texts("lookalikes");
        for (String pair : lookalikes) {
            if (pair.length() != 2) {
                throw root.wrong("'lookalikes' must be pairs of characters, such as 己已; it has: " + pair,
                        "lookalikes 要两个字一对，比如 己已；现在有：" + pair);
            }
        }
        return new Lexicon(root.groups("same"), root.groups("topics"), root.texts("frame"), root.texts("general"),
                root.texts("asking"), lookalikes, Around.of(root.entry("around")));
    }
}
