package fr.juliu.tell;

import fr.juliu.decide.Answer;
import fr.juliu.decide.Citation;
import fr.juliu.decide.PeriodRemark;
import fr.juliu.decide.RolloutFact;
import fr.juliu.knowledge.Freshness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An answer as a reader sees it: the verdict first, since when, as of when, the source. */
public final class AnswerText {

    /** Below this an answer says that it may not be what was asked: of such answers about half are right. */
    private static final double UNSURE = 0.5;
    private static final int LONGEST_SECTION = 500;

    private final Told told = new Told();
    private final RichText.Builder out = told.out();
    private final Quotes quotes;

    private AnswerText(Quotes quotes) {
        this.quotes = quotes;
    }

    /** The text of an answer, in the article's characters. */
    public static RichText of(Answer answer) {
        return told(answer, Quotes.NONE).text();
    }

    /** The same as blocks, with what it quotes as the articles have it, and without the lines that name its source. */
    static List<AnswerBlock> blocks(Answer answer, Quotes quotes) {
        return told(answer, quotes).blocks();
    }

    /** The whole text of a place that comes near, as blocks. */
    static List<AnswerBlock> near(Citation place, Quotes quotes) {
        AnswerText text = new AnswerText(quotes);
        AgeText.lead(text.out, place);
        text.told.apart(out -> out.plain(""), () -> quotes.of(place, List.of()));
        text.told.apart(out -> out.plain(""), () -> SourceText.notes(SourceText.date(place), place));
        return text.told.blocks();
    }

    private static Told told(Answer answer, Quotes quotes) {
        AnswerText text = new AnswerText(quotes);
        switch (answer) {
            case Answer.Listed listed -> text.listed(listed);
            case Answer.NotListed notListed -> text.notListed(notListed);
            case Answer.Listing list -> text.list(list);
            case Answer.FromSection section -> text.section(section);
            case Answer.Pinned pinned -> text.pinned(pinned);
            case Answer.Clarify clarify -> text.line(clarify.options().isEmpty()
                    ? "您问的是哪种居留、哪件事？请写在一句里，例如：学生居留提前多久续。"
                    : "您问的是哪一种居留？请选一种，或者直接写出来，例如：" + clarify.options().stream().limit(3)
                            .map(Answer.Option::question).collect(Collectors.joining("；")));
            case Answer.Unknown unknown -> RefusalText.tell(unknown, text.told);
        }
        return text.told;
    }

    /** The whole text of a place, under its heading. */
    public static RichText whole(String heading, String words, Citation citation) {
        AnswerText text = new AnswerText(Quotes.NONE);
        text.strong(heading).plain("\n");
        AgeText.lead(text.out, citation);
        text.out.plain(words);
        text.below(SourceText.date(citation), withoutFirst(citation));
        return text.told.text();
    }

    private void listed(Answer.Listed listed) {
        ended(listed.citation());
        List<RolloutFact> facts = listed.facts();
        PeriodRemark remark = listed.remark();
        if (remark != null && remark.kind() == PeriodRemark.Kind.NOT_YET) {
            strong(remark.period() + "还没有上线。").plain(since(facts.getFirst()));
        } else if (facts.size() == 1) {
            line("");
            verdict(out, facts.getFirst(), listed.asked());
        } else {
            boolean all = facts.stream().noneMatch(RolloutFact::planned) && listed.notListed().isEmpty();
            strong(all ? "都可以在 ANEF 网上办：" : "分开来看：");
            facts.forEach(fact -> {
                line(Told.BULLET);
                verdict(out, fact, all ? Answer.Asked.NAMED : listed.asked());
            });
        }
        if (remark != null && remark.kind() == PeriodRemark.Kind.ALREADY) {
            line(remark.period() + "时已经上线。");
        }
        if (!listed.notListed().isEmpty()) {
            line(SourceText.asOf(listed.citation().asOf()) + "名单里没有：" + String.join("、", listed.notListed()) + "。");
        }
        conditions(listed.asked());
        staleness(listed.unchanged(), listed.citation());
        below(listed.notListed().isEmpty() ? SourceText.date(listed.citation()) : SourceText.OFFICIAL,
                listed.citation());
    }

    /** For how long a table has not changed, and when somebody looked whether it had. */
    private void staleness(int months, Citation citation) {
        if (months > 0) {
            line("名单已经 " + months + " 个月没有更新" + AgeText.checked(citation) + "，之后可能又加了：请先到 ANEF 上看一眼。");
        }
    }

    /** That a table holds no longer, before what it says. */
    private void ended(Citation citation) {
        if (citation.fresh().state() == Freshness.State.ENDED) {
            AgeText.lead(out, citation);
        }
    }

    /** What the table does not tell, where its yes or no could be taken for the answer to what was asked. */
    private void conditions(Answer.Asked asked) {
        if (asked == Answer.Asked.WHETHER) {
            line("这里只说能不能网上办；您的情况能不能申请、要什么条件，我的资料里没有写。");
        }
    }

    private static void verdict(RichText.Builder out, RolloutFact fact, Answer.Asked asked) {
        if (fact.planned()) {
            out.strong("当时还没有上线：").plain(planned(fact));
        } else if (asked != Answer.Asked.ONLINE) {
            out.plain(since(fact));
        } else {
            out.strong("可以。").plain(since(fact));
        }
    }

    static String verdict(RolloutFact fact, Answer.Asked asked) {
        RichText.Builder said = RichText.builder();
        verdict(said, fact, asked == Answer.Asked.WHETHER ? asked : Answer.Asked.ONLINE);
        return said.build().plain();
    }

    private static String planned(RolloutFact fact) {
        return fact.permit() + "，计划 " + fact.date() + "上线；现在怎样，请到 ANEF 上看一眼。";
    }

    private static String since(RolloutFact fact) {
        return fact.permit() + "：" + fact.date() + "起可以在 ANEF 网上办。";
    }

    private void notListed(Answer.NotListed answer) {
        ended(answer.citation());
        String list = answer.asked() == Answer.Asked.ONLINE ? "名单里没有：" : "网上申请的名单里没有：";
        strong(SourceText.asOf(answer.citation().asOf()) + list).plain(String.join("、", answer.permits()) + "。");
        if (!answer.nearRows().isEmpty()) {
            line("名单里相近的只有「" + String.join("」「", answer.nearRows()) + "」，没有写明您问的这一种，不敢说能办。");
        }
        conditions(answer.asked());
        staleness(answer.unchanged(), answer.citation());
        answer.instead().forEach(this::line);
        below(SourceText.OFFICIAL, answer.citation());
    }

    private void list(Answer.Listing list) {
        ended(list.citation());
        if (list.facts().isEmpty()) {
            line(SourceText.asOf(list.citation().asOf()) + "名单里没有 " + list.title() + "居留类型。");
        } else {
            strong(SourceText.asOf(list.citation().asOf()) + list.title() + "：");
            Map<String, List<String>> byDate = new LinkedHashMap<>();
            list.facts().forEach(fact -> byDate.computeIfAbsent(fact.date() + (fact.planned() ? "（计划）" : ""),
                    date -> new ArrayList<>()).add(fact.permit()));
            told.apart(text -> byDate.forEach((date, permits) -> text.plain("\n" + Told.BULLET + date + "："
                    + String.join("、", permits))), () -> List.of(table(byDate)));
        }
        staleness(list.unchanged(), list.citation());
        below(SourceText.OFFICIAL, list.citation());
    }

    private static AnswerBlock table(Map<String, List<String>> byDate) {
        List<List<RichText>> rows = new ArrayList<>();
        rows.add(List.of(RichText.of("日期"), RichText.of("居留类型")));
        byDate.forEach(
                (date, permits) -> rows.add(List.of(RichText.of(date), RichText.of(String.join("\n", permits)))));
        return new AnswerBlock.Table(rows);
    }

    /** What stands below an answer: its date and its source. */
    private void below(String date, Citation citation) {
        told.apart(text -> {
            text.plain("\n\n" + date);
            SourceText.source(text, citation);
        }, () -> SourceText.notes(date, citation));
    }

    private void section(Answer.FromSection answer) {
        String sentences = String.join("\n", answer.sentences());
        if (answer.help().isUrgent()) {
            RefusalText.urgent(answer.help(), told);
            out.plain("\n");
        }
        if (answer.certainty() < UNSURE && !answer.help().isUrgent()) {
            line("不太确定您问的是不是这个，最接近的是「" + answer.citation().section() + "」：");
        }
        if (!answer.dates().isEmpty()) {
            answer.dates().forEach(this::line);
            out.plain("\n");
        }
        line("");
        AgeText.lead(out, answer.citation());
        told.apart(text -> {
            text.plain(sentences);
            if (!answer.rest().isEmpty() && sentences.length() < LONGEST_SECTION) {
                text.plain("\n\n" + cut(answer.rest(), LONGEST_SECTION - sentences.length()));
            }
        }, () -> quotes.of(answer.citation(), answer.rest().isEmpty() ? List.of() : answer.sentences()));
        if (!answer.beside().unanswered().isEmpty()) {
            out.plain("\n");
            line("您还问了「" + answer.beside().unanswered() + "」，这一点我的资料里没有写。");
        }
        below(SourceText.date(answer.citation()),
                withoutFirst(answer.citation()).without(link -> answer.help().names(link.url())));
        Answer.FromSection other = answer.beside().other();
        if (other != null) {
            out.plain("\n");
            line("");
            strong("另一点，「" + other.citation().section() + "」：");
            section(other);
        }
    }

    /** A citation without the official page that stands above already. */
    private static Citation withoutFirst(Citation citation) {
        return citation.without(link -> link.equals(citation.first()));
    }

    private void pinned(Answer.Pinned pinned) {
        strong("本群的回答").plain("（" + pinned.by() + "，" + pinned.at() + "）：" + pinned.question());
        line(pinned.text());
        if (pinned.verdict() instanceof Answer.Unknown) {
            return;
        }
        out.plain("\n");
        line("文章：" + Gist.verdict(pinned.verdict()));
        Citation citation = pinned.citation();
        if (citation != null) {
            line(SourceText.OFFICIAL);
            SourceText.source(out, citation);
        }
    }

    /** The text cut after a sentence or line, so that it fits; an ellipsis says that more follows. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Math.max(text.lastIndexOf('。', most), text.lastIndexOf('\n', most));
        return text.substring(0, end > 0 ? end + 1 : 0).strip() + "…";
    }

    private void line(String text) {
        told.line(text);
    }

    private RichText.Builder strong(String text) {
        return told.strong(text);
    }
}
