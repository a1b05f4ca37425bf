package fr.juliu.chat;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The month that facts describe, as a reader sees it. */
public final class AsOf {

    private AsOf() {
    }

    public static String told(@Nullable YearMonth month) {
        return month == null ? "日期不明" : "资料截至 " + month.getYear() + " 年 " + month.getMonthValue() + " 月";
    }
}
