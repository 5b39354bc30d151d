package dev.selfsame.server.api.status;

import dev.selfsame.server.status.StatusReport.DayReport;
import dev.selfsame.server.status.StatusReport.PartReport;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The days of a part as a row of bars. They differ in height as well as in colour, for those who
 * cannot tell the colours apart.
 */
final class DayStrip {

    private static final int STEP = 4;
    private static final int WIDTH = 3;
    private static final int HEIGHT = 28;
    private static final double GOOD = 1;
    private static final double FAIR = 0.99;

    /** How a day is drawn. */
    private enum Bar {
        GOOD("good", 28),
        FAIR("fair", 20),
        BAD("bad", 12),
        NONE("none", 4);

        private final String style;
        private final int height;

        Bar(String style, int height) {
            this.style = style;
            this.height = height;
        }

        static Bar of(@Nullable Double availability) {
            return availability == null
                    ? NONE
                    : availability >= DayStrip.GOOD
                            ? GOOD
                            : availability >= DayStrip.FAIR ? FAIR : BAD;
        }
    }

    private DayStrip() {}

    static String svg(PartReport part) {
        List<DayReport> days = part.days();
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg class=\"days\" role=\"img\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" aria-label=\"%s\">\n"
                        .formatted(days.size() * STEP - 1, HEIGHT, label(days)));
        for (int i = 0; i < days.size(); i++) {
            DayReport day = days.get(i);
            Bar bar = Bar.of(day.availability());
            svg.append(
                    "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"><title>%s</title></rect>\n"
                            .formatted(
                                    bar.style,
                                    i * STEP,
                                    HEIGHT - bar.height,
                                    WIDTH,
                                    bar.height,
                                    title(day)));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String title(DayReport day) {
        return StatusWords.day(day.day())
                + ": "
                + (day.availability() == null
                        ? "no data"
                        : StatusWords.availability(day.availability()));
    }

    private static String label(List<DayReport> days) {
        long measured = days.stream().filter(day -> day.availability() != null).count();
        long whole =
                days.stream()
                        .map(DayReport::availability)
                        .filter(it -> it != null && it >= GOOD)
                        .count();
        return "%d days, of which %d have data; %d of these without an interruption"
                .formatted(days.size(), measured, whole);
    }
}
