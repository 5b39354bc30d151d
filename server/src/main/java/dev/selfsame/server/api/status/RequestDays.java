package dev.selfsame.server.api.status;

import dev.selfsame.server.status.Figures;
import dev.selfsame.server.status.StatusReport;
import dev.selfsame.server.status.StatusReport.ApiReport;
import dev.selfsame.server.status.StatusReport.DayFigures;
import dev.selfsame.server.status.StatusReport.DayReport;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the requests of each day were answered: a picture for each API, and the same as a table. */
final class RequestDays {

    private static final String KEY =
            """
            <ul class="key">
            <li><span class="swatch half"></span>half within</li>
            <li><span class="swatch most"></span>95 % within</li>
            <li>no bar: no requests</li>
            </ul>
            """;

    private RequestDays() {}

    static String html(StatusReport report) {
        List<LocalDate> days = report.service().days().stream().map(DayReport::day).toList();
        return "<h3>Times by day</h3>\n"
                + KEY
                + report.apis().stream().map(api -> api(days, api)).collect(Collectors.joining());
    }

    private static String api(List<LocalDate> days, ApiReport api) {
        String name = api.api().title();
        List<LatencyChart.Day> times = api.days().stream().flatMap(RequestDays::times).toList();
        return "<h4>"
                + name
                + "</h4>\n"
                + (times.isEmpty()
                        ? "<p class=\"help\">No times were measured yet.</p>\n"
                        : new LatencyChart(days, times).html(name))
                + (api.days().isEmpty() ? "" : table(name, api.days().reversed()));
    }

    private static Stream<LatencyChart.Day> times(DayFigures day) {
        Duration half = day.figures().median();
        Duration most = day.figures().p95();
        return half == null || most == null
                ? Stream.empty()
                : Stream.of(new LatencyChart.Day(day.day(), half, most));
    }

    private static String table(String name, List<DayFigures> latestFirst) {
        String rows = latestFirst.stream().map(RequestDays::row).collect(Collectors.joining());
        return """
        <details>
        <summary>%s by day as a table</summary>
        %s</details>
        """
                .formatted(
                        name,
                        StatusTable.of(
                                name + " by day",
                                "Day",
                                List.of("Half within", "95&nbsp;% within", "Failed"),
                                rows));
    }

    private static String row(DayFigures day) {
        Figures figures = day.figures();
        return StatusTable.row(
                StatusWords.day(day.day()),
                List.of(
                        StatusWords.duration(figures.median()),
                        StatusWords.duration(figures.p95()),
                        StatusWords.errors(figures.failed())));
    }
}
