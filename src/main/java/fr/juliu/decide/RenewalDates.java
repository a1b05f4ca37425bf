package fr.juliu.decide;

import fr.juliu.knowledge.ConfigEntry;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.search.SentenceModel;
import fr.juliu.search.TextFolding;
import fr.juliu.understand.Expiry;
import fr.juliu.understand.Question;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a card is to be renewed that runs out on a day, and whether today is that time: by {@code renewal.yml}. */
public final class RenewalDates {

    private static final String FILE = "renewal.yml";
    /** So near to one of the questions of the file another one asks the same. By renewal-tuning.txt of the tests. */
    private static final double ASKS_IT = 0.55;
    /** A day of this year that is gone for so many months or less may be meant where no year is said. */
    private static final int JUST_GONE = 3;

    private final Rules rules;
    private final List<String> asked;
    private final List<String> other;
    private final Clock clock;
    private final @Nullable SentenceModel model;

    /**
     * The numbers of the file.
     *
     * @param file           the article that states them
     * @param opens          months before
     * @param closes         months before
     * @param before         months before, at a counter
     * @param fine           what being late costs
     */
    private record Rules(String file, int opens, int closes, String online, int before, String counter, String fine,
            String late) {
    }

    /** Where a card is renewed. */
    enum Way {
        /** Online. */
        ONLINE,
        /** At a counter. */
        COUNTER,
        /** The question does not tell. */
        UNKNOWN
    }

    /**
     * What is worked out, and the section that states the rule.
     *
     * @param lines above it
     */
    record Reckoned(List<String> lines, String file, String section) {
    }

    private RenewalDates(Rules rules, List<String> asked, List<String> other, Clock clock,
            @Nullable SentenceModel model) {
        this.rules = rules;
        this.asked = List.copyOf(asked);
        this.other = List.copyOf(other);
        this.clock = clock;
        this.model = model;
    }

    /**
     * The rules as the file has them now.
     *
     * @throws fr.juliu.knowledge.ConfigException when the file is missing or wrong
     */
    public static RenewalDates read(ConfigFolder folder, TextFolding folding, Clock clock,
            @Nullable SentenceModel model) {
        ConfigEntry root = folder.entry(FILE).only("file", "online", "counter", "late", "asked", "other");
        ConfigEntry online = root.entry("online").only("opens", "closes", "section");
        ConfigEntry counter = root.entry("counter").only("before", "section");
        ConfigEntry late = root.entry("late").only("fine", "section");
        if (online.number("opens") <= online.number("closes")) {
            throw online.wrong("'opens' must be more months before than 'closes'", "opens 的月数要比 closes 大");
        }
        return new RenewalDates(
                new Rules(root.text("file"), online.number("opens"), online.number("closes"), online.text("section"),
                        counter.number("before"), counter.text("section"), late.text("fine"), late.text("section")),
                root.texts("asked").stream().map(folding::fold).toList(),
                root.texts("other").stream().map(folding::fold).toList(), clock, model);
    }

    /** The same without the model. */
    public RenewalDates withoutModel() {
        return new RenewalDates(rules, asked, other, clock, null);
    }

    /** The texts that questions are compared with, folded. */
    public List<String> texts() {
        return Stream.concat(asked.stream(), other.stream()).toList();
    }

    /** Whether a question names the day on which a card runs out and asks when to renew it. */
    boolean isAsked(Question question) {
        Expiry expiry = question.expiry();
        if (expiry == null || expiry.isOver(LocalDate.now(clock))) {
            return false;
        }
        SentenceModel meaning = model;
        if (meaning == null) {
            return !question.asksOnline();
        }
        double near = nearest(question, asked, meaning);
        return near >= ASKS_IT && near > nearest(question, other, meaning);
    }

    private static double nearest(Question question, List<String> texts, SentenceModel meaning) {
        return texts.stream().mapToDouble(text -> meaning.nearness(question.folded(), text)).max().orElse(0);
    }

    /** What is worked out for a card that has not run out. */
    Reckoned reckon(Expiry expiry, Way way) {
        LocalDate today = LocalDate.now(clock);
        List<String> lines = new ArrayList<>();
        boolean late = false;
        if (way == Way.COUNTER) {
            lines.add(head(expiry) + "不能网上办的，" + about(expiry, rules.before) + "（到期前 " + rules.before
                    + " 个月）向 préfecture 申请。");
            lines.add(now(today) + (today.isBefore(expiry.first().minusMonths(rules.before))
                    ? "还没到时候；有的 préfecture 要求更早，先看它的网页。"
                    : "离到期不到 " + rules.before + " 个月了，请尽快去办。"));
        } else {
            lines.add(head(expiry) + "网上续的，" + window(expiry) + "交（到期前 " + rules.opens + " 到 " + rules.closes
                    + " 个月）。");
            late = today.isAfter(expiry.last().minusMonths(rules.closes));
            lines.add(now(today) + (expiry.isDay() ? ofDay(expiry, today) : ofMonth(expiry, today)));
        }
        if (way == Way.UNKNOWN) {
            lines.add("不能网上办的居留，" + about(expiry, rules.before) + "去 préfecture 办。");
        }
        justGone(expiry, today, lines);
        return new Reckoned(lines, rules.file, way == Way.COUNTER ? rules.counter : late ? rules.late : rules.online);
    }

    private static String head(Expiry expiry) {
        return "按 " + expiry.spoken() + "到期算" + (expiry.guessed() ? "（您没写年份）" : "") + "：";
    }

    private static String now(LocalDate today) {
        return "今天是 " + Expiry.spoken(today) + "，";
    }

    private String window(Expiry expiry) {
        return expiry.isDay()
                ? Expiry.spoken(expiry.first().minusMonths(rules.opens)) + "到 "
                        + Expiry.spoken(expiry.first().minusMonths(rules.closes)) + "之间"
                : "大约 " + month(expiry, rules.opens) + "到 " + month(expiry, rules.closes) + "之间";
    }

    private static String about(Expiry expiry, int months) {
        return "大约 " + (expiry.isDay() ? Expiry.spoken(expiry.first().minusMonths(months)) : month(expiry, months));
    }

    private static String month(Expiry expiry, int before) {
        YearMonth month = YearMonth.from(expiry.first()).minusMonths(before);
        return month.getYear() + " 年 " + month.getMonthValue() + " 月";
    }

    private String ofDay(Expiry expiry, LocalDate today) {
        LocalDate opens = expiry.first().minusMonths(rules.opens);
        LocalDate closes = expiry.first().minusMonths(rules.closes);
        if (today.isBefore(opens)) {
            return "还早，" + Expiry.spoken(opens) + "起可以交。";
        }
        return today.isAfter(closes)
                ? tooLate()
                : "正在这段时间里，现在可以交；" + Expiry.spoken(closes) + "以后交算晚，要缴 " + rules.fine + "，居留税另算（见“"
                        + rules.late + "”）。";
    }

    private String ofMonth(Expiry expiry, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        YearMonth opens = YearMonth.from(expiry.first()).minusMonths(rules.opens);
        YearMonth closes = YearMonth.from(expiry.first()).minusMonths(rules.closes);
        if (now.isBefore(opens)) {
            return "还早。";
        }
        if (now.isAfter(closes)) {
            return tooLate();
        }
        String day = "要看卡上是哪一天，往前数 ";
        return now.equals(opens)
                ? "这个月开始，" + day + rules.opens + " 个月。"
                : now.equals(closes) ? "这个月截止，" + day + rules.closes + " 个月。" : "正在这段时间里，现在可以交。";
    }

    private String tooLate() {
        return "这段时间已经过了，请尽快交：晚交要缴 " + rules.fine + "，居留税另算。";
    }

    /** Where no year is said, the day may be one that is just gone. */
    private static void justGone(Expiry expiry, LocalDate today, List<String> lines) {
        LocalDate gone = expiry.last().minusYears(1);
        if (expiry.guessed() && !gone.isBefore(today.minusMonths(JUST_GONE)) && gone.isBefore(today)) {
            lines.add("如果您说的是 " + gone.getYear() + " 年，卡已经过期：请不要等，尽快去问怎么补办。");
        }
    }
}
