package fr.juliu.picture;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.SimpleDateFormat;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepAreaRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** How many permits were online at which time, as steps; plans are not counted. */
final class RolloutChart {

    private static final TimeZone ZONE = TimeZone.getTimeZone(ZoneOffset.UTC);

    private final TreeMap<YearMonth, Long> counts;
    private final YearMonth end;

    RolloutChart(Timeline timeline) {
        List<TimelineRow> online = timeline.rows().stream().filter(row -> !row.planned()).toList();
        counts = online.stream()
                .collect(Collectors.groupingBy(TimelineRow::since, TreeMap::new, Collectors.counting()));
        YearMonth newest = counts.isEmpty() ? timeline.rows().getFirst().since() : counts.lastKey();
        end = timeline.asOf() == null || timeline.asOf().isBefore(newest) ? newest : timeline.asOf();
    }

    /** Whether there are steps to be seen: two dates or more. */
    boolean isWorthDrawing() {
        return counts.size() > 1;
    }

    /** What it shows, with the number of now. */
    String title() {
        return "已上线的居留和手续：" + counts.values().stream().mapToLong(Long::longValue).sum() + " 种";
    }

    void draw(Graphics2D on, Rectangle2D where) {
        XYSeriesCollection steps = new XYSeriesCollection(steps());
        XYPlot plot = new XYPlot(steps, months(), numbers(), area());
        plot.setDataset(1, steps);
        plot.setRenderer(1, line());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setBackgroundPaint(Ink.PAPER);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Ink.LINE);
        plot.setRangeGridlineStroke(new BasicStroke(2));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(null, PictureFont.of(28), plot, false);
        chart.setBackgroundPaint(Ink.PAPER);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.draw(on, where);
    }

    private XYSeries steps() {
        XYSeries series = new XYSeries("online", false);
        double sum = 0;
        for (Map.Entry<YearMonth, Long> step : counts.entrySet()) {
            sum += step.getValue();
            series.add(millis(step.getKey()), sum);
        }
        series.add(millis(end.plusMonths(1)), sum);
        return series;
    }

    private static XYStepAreaRenderer area() {
        XYStepAreaRenderer renderer = new XYStepAreaRenderer(XYStepAreaRenderer.AREA);
        renderer.setSeriesPaint(0, Ink.AREA);
        return renderer;
    }

    private static XYStepRenderer line() {
        XYStepRenderer renderer = new XYStepRenderer();
        renderer.setSeriesPaint(0, Ink.DONE);
        renderer.setSeriesStroke(0, new BasicStroke(5, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        return renderer;
    }

    private DateAxis months() {
        DateAxis axis = new DateAxis(null, ZONE, Locale.CHINA);
        YearMonth from = YearMonth.of(counts.firstKey().getYear(), 1);
        axis.setRange(millis(from), millis(end.plusMonths(1)));
        int years = Math.max(1, (end.getYear() - from.getYear() + 7) / 8);
        axis.setTickUnit(new DateTickUnit(DateTickUnitType.YEAR, years, new SimpleDateFormat("yyyy",
                Locale.ROOT)));
        axis.setTickLabelFont(PictureFont.of(28));
        axis.setTickLabelPaint(Ink.FAINT);
        axis.setAxisLinePaint(Ink.LINE);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private static NumberAxis numbers() {
        NumberAxis axis = new NumberAxis();
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setTickLabelFont(PictureFont.of(28));
        axis.setTickLabelPaint(Ink.FAINT);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setUpperMargin(0.12);
        return axis;
    }

    private static double millis(YearMonth month) {
        return (double) month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
