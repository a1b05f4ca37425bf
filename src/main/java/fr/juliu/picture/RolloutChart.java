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
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepAreaRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** How many permits were online at which time, as steps; plans are not counted. */
final class RolloutChart {

    /** So many months behind the end of the list have room, to show that it ends. */
    private static final int BEYOND = 4;
    private static final TimeZone ZONE = TimeZone.getTimeZone(ZoneOffset.UTC);

    private final Timeline timeline;
    private final Ink ink;
    private final TreeMap<YearMonth, Long> counts;
    private final YearMonth end;

    RolloutChart(Timeline timeline, Ink ink) {
        this.ink = ink;
        this.timeline = timeline;
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
        plot.setBackgroundPaint(ink.paper());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(ink.line());
        plot.setRangeGridlineStroke(new BasicStroke(2));
        if (timeline.asOf() != null) {
            plot.addDomainMarker(asOf());
        }
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(null, PictureFont.of(28), plot, false);
        chart.setBackgroundPaint(ink.paper());
        chart.setPadding(new RectangleInsets(16, 0, 0, 0));
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

    private XYStepAreaRenderer area() {
        XYStepAreaRenderer renderer = new XYStepAreaRenderer(XYStepAreaRenderer.AREA);
        renderer.setSeriesPaint(0, ink.area());
        return renderer;
    }

    private XYStepRenderer line() {
        XYStepRenderer renderer = new XYStepRenderer();
        renderer.setSeriesPaint(0, ink.done());
        renderer.setSeriesStroke(0, new BasicStroke(5, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        return renderer;
    }

    /** A line where the list ends: of later months it says nothing. */
    private ValueMarker asOf() {
        ValueMarker marker = new ValueMarker(millis(end.plusMonths(1)), ink.faint(),
                new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[]{9, 7}, 0));
        marker.setLabel(timeline.told());
        marker.setLabelFont(PictureFont.of(28));
        marker.setLabelPaint(ink.faint());
        marker.setLabelBackgroundColor(ink.paper());
        marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
        marker.setLabelOffset(new RectangleInsets(2, 12, 2, 12));
        return marker;
    }

    private DateAxis months() {
        DateAxis axis = new DateAxis(null, ZONE, Locale.CHINA);
        YearMonth from = YearMonth.of(counts.firstKey().getYear(), 1);
        axis.setRange(millis(from), millis(end.plusMonths(1 + BEYOND)));
        int years = Math.max(1, (end.getYear() - from.getYear() + 7) / 8);
        axis.setTickUnit(new DateTickUnit(DateTickUnitType.YEAR, years, new SimpleDateFormat("yyyy",
                Locale.ROOT)));
        axis.setTickLabelFont(PictureFont.of(28));
        axis.setTickLabelPaint(ink.faint());
        axis.setAxisLinePaint(ink.line());
        axis.setTickMarksVisible(false);
        return axis;
    }

    private NumberAxis numbers() {
        NumberAxis axis = new NumberAxis();
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setTickLabelFont(PictureFont.of(28));
        axis.setTickLabelPaint(ink.faint());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setUpperMargin(0.25);
        return axis;
    }

    private static double millis(YearMonth month) {
        return (double) month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
