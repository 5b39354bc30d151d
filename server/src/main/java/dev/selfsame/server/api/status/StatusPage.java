package dev.selfsame.server.api.status;

import dev.selfsame.server.status.Figures;
import dev.selfsame.server.status.PartState;
import dev.selfsame.server.status.StatusReport;
import dev.selfsame.server.status.StatusReport.ApiReport;
import dev.selfsame.server.status.StatusReport.DayReport;
import dev.selfsame.server.status.StatusReport.PartReport;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The report as a page of HTML without a script. Nothing in it was written by anybody outside, so
 * nothing has to be escaped.
 */
final class StatusPage {

    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>Status · Selfsame</title>
            <link rel="icon" href="status/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="status/look.css">
            <link rel="stylesheet" href="status/tables.css">
            <link rel="stylesheet" href="status/status.css">
            </head>
            <body>
            <a class="skip" href="#main">Skip to the content</a>
            <header class="top">
            <img src="status/icon.svg" alt="" width="32" height="32">
            <p class="name">Selfsame <span>status</span></p>
            </header>
            <main id="main" tabindex="-1">
            <h1>Status</h1>
            """;

    private static final String FOOT =
            """
            </main>
            <footer><p>Days and times are in UTC.</p></footer>
            </body>
            </html>
            """;

    private static final String METHOD =
            """
            <section aria-labelledby="method">
            <h2 id="method">How this is measured</h2>
            <p>The servers look every minute whether each part works. The availability of a day is \
            the share of the minutes looked at in which it did, for one server at the least. Days \
            without data are those in which no server ran, or none that looked. What lies between \
            you and the servers is not measured.</p>
            <p>Times run from the request to its answer, as the server sees it, the arrival of \
            pictures included; requests that wait for a person on purpose are left out. They are \
            right to some 20 %. Failed are answers with a status of 500 and above, refused those \
            with 429, too many requests.</p>
            <p><a href="status.json">The same as JSON</a></p>
            </section>
            """;

    private StatusPage() {}

    static String of(StatusReport report) {
        return HEAD + summary(report) + parts(report) + requests(report) + METHOD + FOOT;
    }

    private static String summary(StatusReport report) {
        String down =
                report.parts().stream()
                        .skip(1)
                        .filter(part -> part.state() == PartState.DOWN)
                        .map(part -> part.part().title())
                        .collect(Collectors.joining(", "));
        String words =
                switch (report.service().state()) {
                    case UP -> "All parts of the service work.";
                    case DOWN -> "Not everything works now: " + down + ".";
                    case UNKNOWN ->
                            "How the service is now is not known. Load the page again soon.";
                };
        return "<p class=\"summary %s\">%s</p>\n<p class=\"help\">As of %s.</p>\n"
                .formatted(
                        StatusWords.style(report.service().state()),
                        words,
                        StatusWords.time(report.made()));
    }

    private static String parts(StatusReport report) {
        StringBuilder html = new StringBuilder();
        html.append("<section aria-labelledby=\"parts\">\n<h2 id=\"parts\">Parts, ");
        html.append("and their last ")
                .append(StatusReport.DAYS)
                .append(" days</h2>\n<ul class=\"parts\">\n");
        report.parts().forEach(part -> html.append(part(part)));
        return html.append("</ul>\n")
                .append(KEY)
                .append(days(report))
                .append("</section>\n")
                .toString();
    }

    private static final String KEY =
            """
            <ul class="key">
            <li><span class="swatch good"></span>worked all the time</li>
            <li><span class="swatch fair"></span>99 % of it and more</li>
            <li><span class="swatch bad"></span>less</li>
            <li><span class="swatch none"></span>no data</li>
            </ul>
            """;

    private static String part(PartReport part) {
        return """
        <li>
        <h3>%s</h3>
        <span class="badge %s">%s</span>
        <span class="share">%s</span>
        %s</li>
        """
                .formatted(
                        part.part().title(),
                        StatusWords.style(part.state()),
                        StatusWords.state(part.state()),
                        part.availability() == null
                                ? "no data yet"
                                : StatusWords.availability(part.availability()) + " available",
                        DayStrip.svg(part));
    }

    /** The same for those who cannot see bars. */
    private static String days(StatusReport report) {
        List<PartReport> parts = report.parts();
        StringBuilder rows = new StringBuilder();
        int last = parts.getFirst().days().size() - 1;
        for (int i = last; i >= 0; i--) {
            int at = i;
            List<DayReport> row = parts.stream().map(part -> part.days().get(at)).toList();
            if (row.stream().anyMatch(day -> day.availability() != null)) {
                rows.append(
                        StatusTable.row(
                                StatusWords.day(row.getFirst().day()),
                                row.stream()
                                        .map(day -> StatusWords.availability(day.availability()))
                                        .toList()));
            }
        }
        return """
        <details>
        <summary>The same as a table</summary>
        %s</details>
        """
                .formatted(
                        StatusTable.of(
                                "Availability by day",
                                "Day",
                                parts.stream().map(part -> part.part().title()).toList(),
                                rows.toString()));
    }

    private static String requests(StatusReport report) {
        return "<section aria-labelledby=\"requests\">\n<h2 id=\"requests\">Requests</h2>\n"
                + requests("Today", report.apis(), ApiReport::today)
                + requests("The last " + StatusReport.DAYS + " days", report.apis(), ApiReport::all)
                + RequestDays.html(report)
                + "</section>\n";
    }

    private static String requests(
            String title, List<ApiReport> apis, Function<ApiReport, Figures> figuresOf) {
        String rows =
                apis.stream()
                        .map(api -> row(api.api().title(), figuresOf.apply(api)))
                        .collect(Collectors.joining());
        return "<h3>"
                + title
                + "</h3>\n"
                + StatusTable.of(
                        "Requests: " + title,
                        "API",
                        List.of("Half within", "99 % within", "Failed", "Refused"),
                        rows);
    }

    private static String row(String name, Figures figures) {
        return StatusTable.row(
                // why: on a phone all columns fit if this one may be torn
                name.replace("Multibio", "Multi&shy;bio"),
                List.of(
                        StatusWords.duration(figures.median()),
                        StatusWords.duration(figures.p99()),
                        StatusWords.errors(figures.failed()),
                        StatusWords.errors(figures.refused())));
    }
}
