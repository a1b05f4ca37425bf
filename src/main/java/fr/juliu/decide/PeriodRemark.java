package fr.juliu.decide;

import fr.juliu.understand.Period;
import fr.juliu.understand.Question;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the months named in a question make of a permit that is online since a month.
 *
 * @param period as people say it
 */
public record PeriodRemark(Kind kind, String period) {

    // 2021 年 3 月能办吗 asks about that time; 我 2019 年来的，现在能续吗 does not
    private static final Pattern ASKS_ABOUT_THAT_TIME = Pattern.compile(
            "[年月0-9](?:份|底|初|末|之?前|以前|时候?|的时候|那时|那会儿?|就|已经|也|是否|是不是|的话|学生|居留|,|，| )*(?:能|可以|网上|上线|在线|线上|开始|开放|en ligne|online)");

    /** How the months stand to the start. */
    public enum Kind {
        /** They lie before it: not yet. */
        NOT_YET,
        /** They lie after it: already. */
        ALREADY
    }

    static Optional<PeriodRemark> of(Question question, YearMonth since) {
        Period period = question.period();
        if (period == null || !ASKS_ABOUT_THAT_TIME.matcher(question.folded()).find()
                || question.folded().contains("现在")) {
            return Optional.empty();
        }
        if (period.to().isBefore(since)) {
            return Optional.of(new PeriodRemark(Kind.NOT_YET, period.spoken()));
        }
        return period.from().isBefore(since)
                ? Optional.empty()
                : Optional.of(new PeriodRemark(Kind.ALREADY, period.spoken()));
    }
}
