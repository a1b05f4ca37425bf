package fr.juliu.web.desk;

import fr.juliu.keep.KeeperFigures;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions a day as stacked bars, in a picture 360 wide and 150 high.
 *
 * @param bars  oldest day first
 * @param ticks values of the horizontal lines, lowest first
 */
record DayChart(List<Bar> bars, List<Tick> ticks) {

    private static final int WIDTH = 360;
    private static final double LEFT = 30;
    private static final double TOP = 12;
    private static final double BOTTOM = 128;
    private static final double GAP = 2;
    private static final int WEEK = 7;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d");

    /** A day: its parts lie on each other, and its label is empty where there is no room for one. */
    record Bar(double x, double width, Part answered, Part unanswered, Part talk, String label, String title) {

        /** Where the label stands. */
        public double middle() {
            return x + width / 2;
        }
    }

    /** A part of a bar. */
    record Part(double y, double height) {
    }

    /** A horizontal line. */
    record Tick(double y, int value) {
    }

    static DayChart of(List<KeeperFigures.Day> days) {
        int most = rounded(days.stream().mapToInt(KeeperFigures.Day::all).max().orElse(0));
        double unit = (BOTTOM - TOP) / most;
        double step = (WIDTH - LEFT) / days.size();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            KeeperFigures.Day day = days.get(i);
            String date = DATE.format(day.date());
            Part answered = new Part(BOTTOM - unit * day.answered(), unit * day.answered());
            Part unanswered = new Part(answered.y() - unit * day.unanswered(), unit * day.unanswered());
            Part talk = new Part(unanswered.y() - unit * day.talk(), unit * day.talk());
            bars.add(new Bar(LEFT + i * step, step - GAP, answered, unanswered, talk,
                    (days.size() - 1 - i) % WEEK == 0 ? date : "",
                    date + "：答上 " + day.answered() + "，没答上 " + day.unanswered() + "，聊天 " + day.talk()));
        }
        return new DayChart(bars,
                List.of(new Tick(BOTTOM, 0), new Tick((TOP + BOTTOM) / 2, most / 2), new Tick(TOP, most)));
    }

    /** The next even figure of one digit and zeros; at least 2. */
    private static int rounded(int most) {
        int power = (int) Math.pow(10, Math.floor(Math.log10(Math.max(most, 1))));
        int figure = (most + power - 1) / power * power;
        return Math.max(2, figure + figure % 2);
    }
}
