package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.calibration.ErrorCount;
import dev.selfsame.engine.calibration.OperatingPoint;

import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** The detection error trade-off as a picture: FNMR over FMR, both logarithmic. */
final class DetChart {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 700;
    private static final Color MADE = new Color(0x1f, 0x77, 0xb4);
    private static final Color ALL = new Color(0xd6, 0x27, 0x28);
    private static final Color EQUAL = new Color(0xb0, 0xb0, 0xb0);

    private final XYChart chart;

    private DetChart(Evaluation evaluation) {
        chart =
                new XYChartBuilder()
                        .width(WIDTH)
                        .height(HEIGHT)
                        .title(
                                "Detection error trade-off, %,d genuine and %,d impostor pairs of %s"
                                        .formatted(
                                                evaluation.all().genuine(),
                                                evaluation.all().impostor(),
                                                evaluation.modality()))
                        .xAxisTitle("FMR")
                        .yAxisTitle("FNMR")
                        .build();
        style(chart.getStyler());
        double leastFmr = 0.5 / evaluation.all().impostor();
        double leastFnmr = 0.5 / evaluation.all().genuine();
        chart.getStyler().setXAxisMin(leastFmr).setXAxisMax(1.0);
        chart.getStyler().setYAxisMin(leastFnmr).setYAxisMax(1.0);
        curve("comparisons made", evaluation.made().corners(), MADE);
        if (!evaluation.failures().isEmpty()) {
            curve("all pairs, not acquired = rejected", evaluation.all().corners(), ALL);
        }
        targets(evaluation.made());
        double from = Math.max(leastFmr, leastFnmr);
        line("FMR = FNMR", new double[] {from, 1}, new double[] {from, 1}, EQUAL);
    }

    /** The chart of an evaluation as a PNG file. */
    static byte[] png(Evaluation evaluation) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        BitmapEncoder.saveBitmap(new DetChart(evaluation).chart, png, BitmapFormat.PNG);
        return png.toByteArray();
    }

    private static void style(XYStyler styler) {
        styler.setXAxisLogarithmic(true).setYAxisLogarithmic(true);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setLegendPosition(LegendPosition.InsideNE);
        styler.setMarkerSize(9);
    }

    /** Where both rates are above zero, or all of it where that leaves nothing to draw. */
    private void curve(String name, List<OperatingPoint> corners, Color color) {
        List<OperatingPoint> drawn = corners.stream().filter(DetChart::hasBothErrors).toList();
        if (drawn.size() < 2) {
            drawn = corners;
        }
        double[] fmr = drawn.stream().mapToDouble(it -> visible(it.falseMatches())).toArray();
        double[] fnmr = drawn.stream().mapToDouble(it -> visible(it.falseNonMatches())).toArray();
        line(name, fmr, fnmr, color);
    }

    private static boolean hasBothErrors(OperatingPoint point) {
        return point.falseMatches().errors() > 0 && point.falseNonMatches().errors() > 0;
    }

    /** Half an error where there is none, as zero has no logarithm. */
    private static double visible(ErrorCount count) {
        return count.errors() == 0 ? 0.5 / count.trials() : count.rate();
    }

    /** The reported points on the curve. */
    private void targets(RateSummary summary) {
        List<OperatingPoint> points =
                summary.atFmr().stream()
                        .map(RateSummary.AtTarget::point)
                        .filter(DetChart::hasBothErrors)
                        .toList();
        if (!points.isEmpty()) {
            double[] fmr = points.stream().mapToDouble(it -> it.falseMatches().rate()).toArray();
            double[] fnmr =
                    points.stream().mapToDouble(it -> it.falseNonMatches().rate()).toArray();
            XYSeries series = chart.addSeries("FMR 1e-2, 1e-3, 1e-4", fmr, fnmr);
            series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(MADE);
            series.setLineStyle(SeriesLines.NONE);
        }
    }

    private void line(String name, double[] x, double[] y, Color color) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(new BasicStroke(2));
    }
}
