package fr.juliu.answer;

import fr.juliu.knowledge.Link;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An answer as a reader sees it, in plain text: the verdict first, since when, as of when, the source. */
final class AnswerText {

    private static final int LONGEST_SECTION = 500;

    private AnswerText() {
    }

    /** The text of an answer, in the article's characters. */
    static String of(Answer answer) {
        return switch (answer) {
            case Answer.Listed listed -> listed(listed);
            case Answer.NotListed notListed -> notListed(notListed);
            case Answer.Listing list -> list(list);
            case Answer.FromSection section -> section(section);
            case Answer.Clarify clarify -> "您问的是哪一种居留？请选一种，或者直接写出来，例如："
                    + clarify.options().stream().limit(3).map(Answer.Option::question).collect(Collectors.joining("；"));
            case Answer.Unknown unknown -> unknown(unknown);
        };
    }

    private static String listed(Answer.Listed listed) {
        StringJoiner lines = new StringJoiner("\n");
        List<RolloutFact> facts = listed.facts();
        PeriodRemark remark = listed.remark();
        if (remark != null && remark.kind() == PeriodRemark.Kind.NOT_YET) {
            lines.add(remark.period() + "还没有上线。" + since(facts.getFirst()));
        } else if (facts.size() == 1) {
            lines.add(verdict(facts.getFirst()));
        } else {
            boolean all = facts.stream().noneMatch(RolloutFact::planned) && listed.notListed().isEmpty();
            lines.add(all ? "都可以在 ANEF 网上办：" : "分开来看：");
            facts.forEach(fact -> lines.add("• " + verdict(fact)));
        }
        if (remark != null && remark.kind() == PeriodRemark.Kind.ALREADY) {
            lines.add(remark.period() + "时已经上线。");
        }
        if (!listed.notListed().isEmpty()) {
            lines.add(asOf(listed.citation().asOf()) + "名单里没有：" + String.join("、", listed.notListed()) + "。");
        }
        addStaleness(listed.stale(), lines);
        return lines.add(footer(listed.citation())).toString();
    }

    private static void addStaleness(boolean stale, StringJoiner lines) {
        if (stale) {
            lines.add("名单已经半年以上没有更新，之后可能又加了：请先到 ANEF 上看一眼。");
        }
    }

    private static String verdict(RolloutFact fact) {
        return fact.planned()
                ? "当时还没有上线：" + fact.permit() + "，计划 " + fact.date() + "上线；现在怎样，请到 ANEF 上看一眼。"
                : "可以。" + since(fact);
    }

    private static String since(RolloutFact fact) {
        return fact.permit() + "：" + fact.date() + "起可以在 ANEF 网上办。";
    }

    private static String notListed(Answer.NotListed answer) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(asOf(answer.citation().asOf()) + "名单里没有：" + String.join("、", answer.permits()) + "。");
        if (!answer.nearRows().isEmpty()) {
            lines.add("名单里相近的只有「" + String.join("」「", answer.nearRows()) + "」，没有写明您问的这一种，不敢说能办。");
        }
        addStaleness(answer.stale(), lines);
        answer.instead().forEach(lines::add);
        return lines.add(footer(answer.citation())).toString();
    }

    private static String list(Answer.Listing list) {
        StringJoiner lines = new StringJoiner("\n");
        if (list.facts().isEmpty()) {
            lines.add(asOf(list.citation().asOf()) + "名单里没有 " + list.title() + "居留类型。");
        } else {
            lines.add(asOf(list.citation().asOf()) + list.title() + "：");
            Map<String, List<String>> byDate = new LinkedHashMap<>();
            list.facts().forEach(fact -> byDate.computeIfAbsent(fact.date() + (fact.planned() ? "（计划）" : ""),
                    date -> new ArrayList<>()).add(fact.permit()));
            byDate.forEach((date, permits) -> lines.add("• " + date + "：" + String.join("、", permits)));
        }
        addStaleness(list.stale(), lines);
        return lines.add(footer(list.citation())).toString();
    }

    private static String section(Answer.FromSection answer) {
        StringBuilder text = new StringBuilder(String.join("\n", answer.sentences()));
        if (!answer.rest().isEmpty() && text.length() < LONGEST_SECTION) {
            text.append("\n\n").append(cut(answer.rest(), LONGEST_SECTION - text.length()));
        }
        return text.append('\n').append(footer(answer.citation())).toString();
    }

    /** The text cut after a sentence or line, so that it fits; an ellipsis says that more follows. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Math.max(text.lastIndexOf('。', most), text.lastIndexOf('\n', most));
        return text.substring(0, end > 0 ? end + 1 : 0).strip() + "…";
    }

    private static String unknown(Answer.Unknown unknown) {
        String line = switch (unknown.reason()) {
            case GREETING -> "您好！我回答在法国居留的问题，比如「学生居留能网上申请吗」。请直接问。";
            case THANKS -> "不客气，祝一切顺利！";
            case ABOUT -> "我是居留问答机器人 Juliu：只根据知识库里有来源、有日期的文章回答，没有写的就说不知道。";
            case ABUSE -> "没帮上忙，抱歉。您可以换个说法再问一次居留的问题。";
            case JUNK -> "没看懂。请用一句话问居留的问题，比如「学生居留能网上申请吗」。";
            case POINT_NOT_KNOWN -> "这一点我的资料里没有写，不敢乱说。请看 https://www.service-public.fr ，或者问居住地的 préfecture。";
            case NOT_KNOWN -> "这个问题我的资料里没有，不敢乱说。居留的事请看 https://www.service-public.fr ，或者问居住地的 préfecture。";
        };
        return unknown.suggestions().isEmpty() ? line : line + "\n您想问的是不是：" + String.join("；", unknown.suggestions());
    }

    private static String footer(Citation citation) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("");
        lines.add((citation.asOf() == null ? "日期不明" : "资料截至 " + spoken(citation.asOf())) + "，以官方信息为准。");
        lines.add("来源：《" + citation.article() + "》" + citation.section());
        for (Link link : citation.sources()) {
            lines.add(link.title().equals(link.url()) ? link.url() : link.title() + " " + link.url());
        }
        return lines.toString();
    }

    private static String asOf(@Nullable YearMonth month) {
        return month == null ? "（日期不明）" : "截至 " + spoken(month) + "，";
    }

    private static String spoken(YearMonth month) {
        return month.getYear() + " 年 " + month.getMonthValue() + " 月";
    }
}
