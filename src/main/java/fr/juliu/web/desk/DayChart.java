package fr.juliu.web.desk;

import fr.juliu.keep.AskedReport;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Questions a day, in long periods a week, as stacked bars. Across, all is in percent of the picture's width, so that
 * letters keep their size on a phone and on a screen; down, in pixels of 200.
 *
 * @param bars  oldest first
 * @param ticks values of the horizontal lines, lowest first
 * @param weeks whether each bar is a week
 */
record DayChart(List<Bar> bars, List<Tick> ticks, boolean weeks) {

    private static final double WHOLE = 100;
    private static final double TOP = 12;
    private static final double BOTTOM = 172;
    private static final double FULL = 0.8;
    /** Of few bars, none is to be as broad as a house. */
    private static final int FEW = 14;
    private static final double NARROW = 0.5;
    private static final int LABELS = 6;
    private static final int MOST_DAYS = 92;
    private static final int WEEK = 7;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d");

    /** A day or week: its parts lie on each other, and its label is empty where there is no room for one. */
    record Bar(String x, String width, Part answered, Part unanswered, Part talk, Label label, String title) {
    }

    /**
     * The day below a bar.
     *
     * @param anchor which end of it stands at {@code x}
     */
    record Label(String x, String anchor, String text) {
    }

    /** A part of a bar. */
    record Part(double y, double height) {
    }

    /** A horizontal line. */
    record Tick(double y, int value) {
    }

    static DayChart of(List<AskedReport.Day> days) {
        boolean weeks = days.size() > MOST_DAYS;
        List<AskedReport.Day> shown = weeks ? weeks(days) : days;
        int most = rounded(shown.stream().mapToInt(AskedReport.Day::all).max().orElse(0));
        double unit = (BOTTOM - TOP) / most;
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            bars.add(bar(shown.get(i), i, shown.size(), unit, weeks));
        }
        return new DayChart(bars,
                List.of(new Tick(BOTTOM, 0), new Tick((TOP + BOTTOM) / 2, most / 2), new Tick(TOP, most)), weeks);
    }

    private static Bar bar(AskedReport.Day day, int i, int all, double unit, boolean weeks) {
        String date = DATE.format(day.date());
        Part answered = new Part(BOTTOM - unit * day.answered(), unit * day.answered());
        Part unanswered = new Part(answered.y() - unit * day.unanswered(), unit * day.unanswered());
        Part talk = new Part(unanswered.y() - unit * day.talk(), unit * day.talk());
        double step = WHOLE / all;
        double width = step * (all <= FEW ? NARROW : FULL);
        return new Bar(percent(i * step + (step - width) / 2), percent(width), answered, unanswered, talk,
                label((i + 0.5) * step, (all - 1 - i) % Math.ceilDiv(all, LABELS) == 0 ? date : ""),
                date + (weeks ? " 起的一周" : "") + "：答上 " + day.answered() + "，没答上 " + day.unanswered() + "，聊天 "
                        + day.talk());
    }

    /** A label that stays within the picture. */
    private static Label label(double middle, String text) {
        double edge = WHOLE / (2 * LABELS);
        if (middle > WHOLE - edge) {
            return new Label(percent(WHOLE), "end", text);
        }
        return middle < edge ? new Label(percent(0), "start", text) : new Label(percent(middle), "middle", text);
    }

    /** Weeks that end with the last day; the first may be short. */
    private static List<AskedReport.Day> weeks(List<AskedReport.Day> days) {
        List<AskedReport.Day> weeks = new ArrayList<>();
        for (int end = days.size(); end > 0; end -= WEEK) {
            List<AskedReport.Day> week = days.subList(Math.max(0, end - WEEK), end);
            LocalDate first = week.getFirst().date();
            weeks.addFirst(new AskedReport.Day(first, week.stream().mapToInt(AskedReport.Day::answered).sum(),
                    week.stream().mapToInt(AskedReport.Day::unanswered).sum(),
                    week.stream().mapToInt(AskedReport.Day::talk).sum()));
        }
        return weeks;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }

    /** The next figure whose half is round, too: a multiple of a fifth of its power of ten; at least 2. */
    private static int rounded(int most) {
        int power = (int) Math.pow(10, Math.floor(Math.log10(Math.max(most, 1))));
        int step = Math.max(2, power / 5);
        return Math.max(2, Math.ceilDiv(most, step) * step);
    }
}
