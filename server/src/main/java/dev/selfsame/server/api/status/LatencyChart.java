package dev.selfsame.server.api.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Times of the days as a picture: for each a bar up to the time within which half of the requests
 * were answered, and a dash where it was 95 of 100. The two differ in form as well as in colour.
 */
final class LatencyChart {

    private static final int STEP = 4;
    private static final int WIDTH = 3;
    private static final int HEIGHT = 1000;
    private static final int DASH = 20;
    private static final Duration SHORTEST_SCALE = Duration.ofMillis(2);
    private static final List<Integer> STEPS = List.of(1, 2, 3, 4, 5, 6, 8);

    private final List<LocalDate> days;
    private final Map<LocalDate, Day> times;
    private final Duration top;

    /** A day on which there were requests whose time says something. */
    record Day(LocalDate day, Duration half, Duration most) {}

    /**
     * A chart of an API.
     *
     * @param days all that are shown, oldest first
     * @param times of those of them that have some, one at the least
     */
    LatencyChart(List<LocalDate> days, List<Day> times) {
        this.days = List.copyOf(days);
        this.times = times.stream().collect(Collectors.toMap(Day::day, Function.identity()));
        top = top(times.stream().map(Day::most).max(Comparator.naturalOrder()).orElseThrow());
    }

    /** The end of the scale, near the longest time, and easy to read as its half is. */
    private static Duration top(Duration longest) {
        Duration unit = SHORTEST_SCALE;
        while (true) {
            for (int step : STEPS) {
                Duration end = unit.multipliedBy(step);
                if (end.compareTo(longest) >= 0) {
                    return end;
                }
            }
            unit = unit.multipliedBy(10);
        }
    }

    /** The picture with its scale and its first and last day, for whoever reads of this API. */
    String html(String name) {
        return """
        <figure class="times">
        <ol class="scale" aria-hidden="true"><li>%s</li><li>%s</li><li>0</li></ol>
        %s<p class="span" aria-hidden="true"><span>%s</span><span>%s</span></p>
        </figure>
        """
                .formatted(
                        StatusWords.duration(top),
                        StatusWords.duration(top.dividedBy(2)),
                        svg(name + ", " + label()),
                        StatusWords.day(days.getFirst()),
                        StatusWords.day(days.getLast()));
    }

    private String svg(String label) {
        int width = days.size() * STEP - 1;
        StringBuilder svg = new StringBuilder();
        svg.append(
                """
                <svg role="img" viewBox="0 0 %d %d" preserveAspectRatio="none" aria-label="%s">
                <path class="grid" d="M0 0H%d M0 %dH%d M0 %dH%d"/>
                """
                        .formatted(width, HEIGHT, label, width, HEIGHT / 2, width, HEIGHT, width));
        for (int i = 0; i < days.size(); i++) {
            Day found = times.get(days.get(i));
            if (found != null) {
                svg.append(column(i * STEP, found));
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private String column(int x, Day day) {
        // why at least a dash: the fastest day is to be seen too
        int half = Math.max(DASH, height(day.half()));
        int most = Math.max(DASH, height(day.most()));
        return "<g><title>"
                + title(day)
                + "</title>"
                + rectangle("touch", x, HEIGHT, HEIGHT)
                + rectangle("half", x, half, half)
                + rectangle("most", x, most, DASH)
                + "</g>\n";
    }

    private static String rectangle(String style, int x, int top, int height) {
        return "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                .formatted(style, x, HEIGHT - top, WIDTH, height);
    }

    private int height(Duration time) {
        return (int) (HEIGHT * time.toNanos() / top.toNanos());
    }

    private static String title(Day day) {
        return "%s: half within %s, 95 %% within %s"
                .formatted(
                        StatusWords.day(day.day()),
                        StatusWords.duration(day.half()),
                        StatusWords.duration(day.most()));
    }

    private String label() {
        return "%d days, of which %d have requests: half within %s, 95 %% within %s"
                .formatted(days.size(), times.size(), range(Day::half), range(Day::most));
    }

    private String range(Function<Day, Duration> time) {
        List<Duration> sorted = times.values().stream().map(time).sorted().toList();
        return StatusWords.duration(sorted.getFirst())
                + " to "
                + StatusWords.duration(sorted.getLast());
    }
}
