package dev.selfsame.server.api.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.status.ApiGroup;
import dev.selfsame.server.status.Figures;
import dev.selfsame.server.status.Part;
import dev.selfsame.server.status.PartState;
import dev.selfsame.server.status.StatusReport;
import dev.selfsame.server.status.StatusReport.ApiReport;
import dev.selfsame.server.status.StatusReport.DayFigures;
import dev.selfsame.server.status.StatusReport.DayReport;
import dev.selfsame.server.status.StatusReport.PartReport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Times by day on the page: as a picture, in words, and as a table. */
final class StatusPageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Figures NONE = new Figures(null, null, null, null, null);
    private static final Pattern BAR =
            Pattern.compile(
                    "<rect class=\"(\\w+)\" x=\"(\\d+)\" y=\"(\\d+)\" width=\"3\""
                            + " height=\"(\\d+)\"/>");

    @Test
    void eachDayThatHadRequestsIsABarAndADash() {
        String page = page(day(89, 100, 200), day(1, 50, 400), day(0, 100, 300));

        assertThat(bars(page))
                .containsExactly(
                        "touch 0 0 1000",
                        "half 0 750 250",
                        "most 0 500 20",
                        "touch 352 0 1000",
                        "half 352 875 125",
                        "most 352 0 20",
                        "touch 356 0 1000",
                        "half 356 750 250",
                        "most 356 250 20");
        assertThat(page)
                .contains(
                        "<title>22 Nov 2026: half within 100 ms, 95 % within 300 ms</title>",
                        "<li>400 ms</li><li>200 ms</li><li>0</li>",
                        "<span>25 Aug 2026</span><span>22 Nov 2026</span>");
    }

    @Test
    void whoCannotSeeThePictureIsToldTheSame() {
        String page = page(day(1, 50, 400), day(0, 100, 300));

        assertThat(page)
                .contains(
                        "aria-label=\"Multibiometrics API, 90 days, of which 2 have requests: half"
                                + " within 50 ms to 100 ms, 95 % within 300 ms to 400 ms\"",
                        "<summary>Multibiometrics API by day as a table</summary>",
                        "<tr><th scope=\"row\">22 Nov 2026</th><td class=\"number\">100 ms</td><td"
                            + " class=\"number\">300 ms</td><td class=\"number\">1.00 %</td></tr>\n"
                            + "<tr><th scope=\"row\">21 Nov 2026</th>");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2 ms, 1 ms",
        "2, 2 ms, 1 ms",
        "3, 4 ms, 2 ms",
        "5, 6 ms, 3 ms",
        "13, 16 ms, 8 ms",
        "17, 20 ms, 10 ms",
        "999, 1.0 s, 500 ms",
        "1001, 1.2 s, 600 ms",
        "32768, 40.0 s, 20.0 s"
    })
    void theScaleEndsAboveTheLongestTime(long millis, String top, String middle) {
        assertThat(page(day(0, 1, millis)))
                .contains("<li>" + top + "</li><li>" + middle + "</li><li>0</li>");
        assertThat(bars(page(day(0, 1, millis))))
                .allSatisfy(it -> assertThat(numbers(it)).allMatch(n -> n >= 0 && n <= 1000));
    }

    @Test
    void whereNothingWasAskedForThereIsNoPicture() {
        String page = page();

        assertThat(page).contains("No times were measured yet.");
        assertThat(page).doesNotContain("class=\"times\"", " by day as a table");
        assertThat(bars(page)).isEmpty();
    }

    @Test
    void aDayOfRequestsWithoutTimesIsInTheTableAlone() {
        String page = page(new DayFigures(TODAY, new Figures(null, null, null, 1.0, 0.0)));

        assertThat(bars(page)).isEmpty();
        assertThat(page)
                .contains("<td class=\"number\">–</td><td class=\"number\">100.00 %</td></tr>");
    }

    private static List<String> bars(String page) {
        return BAR.matcher(page)
                .results()
                .map(it -> String.join(" ", it.group(1), it.group(2), it.group(3), it.group(4)))
                .toList();
    }

    private static List<Integer> numbers(String bar) {
        return Arrays.stream(bar.split(" ", -1)).skip(1).map(Integer::valueOf).toList();
    }

    private static DayFigures day(int ago, long half, long most) {
        return new DayFigures(
                TODAY.minusDays(ago),
                new Figures(
                        Duration.ofMillis(half),
                        Duration.ofMillis(most),
                        Duration.ofMillis(most),
                        0.01,
                        0.0));
    }

    /** With these days of one API, as a person reads it. */
    private static String page(DayFigures... days) {
        List<DayReport> all =
                IntStream.range(0, StatusReport.DAYS)
                        .mapToObj(i -> new DayReport(TODAY.minusDays(89L - i), null, 0))
                        .toList();
        PartReport service = new PartReport(Part.SERVICE, PartState.UP, null, all);
        StatusReport report =
                new StatusReport(
                        Instant.parse("2026-11-22T12:00:00Z"),
                        List.of(service),
                        List.of(
                                new ApiReport(
                                        ApiGroup.MULTIBIOMETRICS, NONE, NONE, List.of(days))));
        return StatusPage.of(report).replace('\u00a0', ' ');
    }
}
