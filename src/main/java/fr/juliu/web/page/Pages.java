package fr.juliu.web.page;

import fr.juliu.chat.AsOf;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/** What the pages to read have in common: how they say a date, and how long a browser may keep them. */
final class Pages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日 HH:mm", Locale.CHINA)
            .withZone(ZoneId.of("Europe/Paris"));

    private Pages() {
    }

    /** Lets a browser keep the page, and has it ask each time whether it changed. */
    static void askAgain(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    }

    /** The month that facts describe, as a reader sees it. */
    static String asOf(@Nullable YearMonth month) {
        return AsOf.told(month);
    }

    /** A month, as a reader sees it. */
    static String month(YearMonth month) {
        return month.getYear() + " 年 " + month.getMonthValue() + " 月";
    }

    /** A moment in France. */
    static String minute(Instant at) {
        return MINUTE.format(at);
    }
}
