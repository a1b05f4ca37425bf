package fr.juliu.tell;

import fr.juliu.decide.Answer;
import fr.juliu.decide.Citation;
import java.util.stream.Collectors;

/** What an answer says in few words. */
public final class Gist {

    private static final int LONGEST_VERDICT = 80;

    private Gist() {
    }

    /** What an answer says in one line, with its date. */
    public static String verdict(Answer answer) {
        Citation citation = answer.citation();
        String said = switch (answer) {
            case Answer.Listed listed -> listed.facts().stream()
                    .map(fact -> AnswerText.verdict(fact, listed.asked())).collect(Collectors.joining())
                    + (listed.notListed().isEmpty()
                            ? ""
                            : "名单里没有：" + String.join("、", listed.notListed()) + "。");
            case Answer.NotListed none -> "名单里没有：" + String.join("、", none.permits()) + "。";
            case Answer.Listing list -> list.title() + "：共 " + list.facts().size() + " 种。";
            case Answer.FromSection section -> section.dates().isEmpty()
                    ? AnswerText.cut(section.sentences().getFirst(), LONGEST_VERDICT)
                    : section.dates().getFirst();
            case Answer.Pinned pinned -> pinned.text();
            case Answer.Clarify clarify -> "要看是哪一种居留。";
            case Answer.Unknown unknown -> "没有写到。";
        };
        return citation == null
                ? said
                : said + "（" + SourceText.asOf(citation.asOf()).replace("，", "")
                        + AgeText.brief(citation) + "）";
    }

    /** What an answer rests on: two answers that say the same on different days have it in common. */
    static String substance(Answer answer) {
        return switch (answer) {
            case Answer.Listed listed -> listed.facts() + " " + listed.notListed();
            case Answer.NotListed none -> none.permits() + " " + none.nearRows() + " " + none.instead();
            case Answer.Listing list -> list.facts().toString();
            case Answer.FromSection section -> {
                Answer.FromSection other = section.beside().other();
                yield section.sentences() + " " + section.rest() + (other == null ? "" : " " + substance(other));
            }
            case Answer.Pinned pinned -> substance(pinned.verdict());
            case Answer.Clarify clarify -> clarify.options().toString();
            case Answer.Unknown unknown -> "";
        };
    }
}
