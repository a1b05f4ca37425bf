package fr.juliu.web.page;

import fr.juliu.search.Highlighter.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Text;

/**
 * The French words of Chinese texts. What is written in Latin letters is French here: names of permits, papers and
 * offices. Addresses are no words, and neither is a letter alone.
 */
final class FrenchWords {

    private static final String WORD = "\\p{IsLatin}[\\p{IsLatin}\\p{M}\\p{Nd}]*+";
    /** What stands between two words, perhaps with a number: possessive, so that long texts need no stack. */
    private static final String BETWEEN = "[ \\u00A0'’.,:/&«»()-]{1,4}+";
    private static final Pattern RUN = Pattern.compile("(?<address>(?:https?://|www\\.|[\\w.+-]+@)\\S+)|" + WORD
            + "(?:" + BETWEEN + "(?:\\p{Nd}++" + BETWEEN + ")*+" + WORD + ")*+");
    private static final Pattern LETTERS = Pattern.compile("\\p{IsLatin}{2}");

    /** A text as runs. */
    public List<Run> of(String text) {
        return marked(List.of(new Part(text, false)));
    }

    /** A text with what was looked for as runs. */
    public List<Run> marked(List<Part> parts) {
        List<Run> runs = new ArrayList<>();
        StringBuilder whole = new StringBuilder();
        parts.forEach(part -> whole.append(part.text()));
        List<int[]> french = french(whole);
        int at = 0;
        for (Part part : parts) {
            int end = at + part.text().length();
            for (int[] run : french) {
                if (run[1] > at && run[0] < end) {
                    add(runs, whole.substring(at, Math.max(at, run[0])), false, part.hit());
                    at = Math.max(at, run[0]);
                    int to = Math.min(end, run[1]);
                    add(runs, whole.substring(at, to), true, part.hit());
                    at = to;
                }
            }
            add(runs, whole.substring(at, end), false, part.hit());
            at = end;
        }
        return runs;
    }

    /** Parts a text of an article: its French words become nodes of their own. */
    void part(Text text) {
        List<Run> runs = of(text.getLiteral());
        if (runs.stream().noneMatch(Run::french)) {
            return;
        }
        for (Run run : runs) {
            text.insertBefore(run.french() ? new PageNodes.French(run.text()) : new Text(run.text()));
        }
        text.unlink();
    }

    private static void add(List<Run> runs, String text, boolean french, boolean hit) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, french, hit));
        }
    }

    /** Where French begins and ends. */
    private static List<int[]> french(CharSequence text) {
        List<int[]> found = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            if (run.group("address") == null && LETTERS.matcher(run.group()).find()) {
                found.add(new int[]{run.start(), run.end()});
            }
        }
        return found;
    }
}
