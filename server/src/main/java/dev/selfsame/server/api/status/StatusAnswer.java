package dev.selfsame.server.api.status;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.server.status.Figures;
import dev.selfsame.server.status.StatusReport;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** The report as programs read it. Shares are 0 to 1; null is what nobody measured. */
@JsonPropertyOrder({"state", "made", "availability", "parts", "apis"})
record StatusAnswer(
        @JsonProperty("state") String state,
        @JsonProperty("made") String made,
        @JsonProperty("availability") @Nullable Double availability,
        @JsonProperty("parts") List<Part> parts,
        @JsonProperty("apis") List<Api> apis) {

    /** A part, with its days, oldest first. */
    @JsonPropertyOrder({"id", "name", "state", "availability", "days"})
    record Part(
            @JsonProperty("id") String id,
            @JsonProperty("name") String name,
            @JsonProperty("state") String state,
            @JsonProperty("availability") @Nullable Double availability,
            @JsonProperty("days") List<Day> days) {
        static Part of(StatusReport.PartReport part) {
            return new Part(
                    part.part().id(),
                    part.part().title(),
                    part.state().id(),
                    part.availability(),
                    part.days().stream().map(Day::of).toList());
        }
    }

    /** A day of a part. */
    @JsonPropertyOrder({"day", "availability", "measuredMinutes"})
    record Day(
            @JsonProperty("day") String day,
            @JsonProperty("availability") @Nullable Double availability,
            @JsonProperty("measuredMinutes") int measuredMinutes) {
        static Day of(StatusReport.DayReport day) {
            return new Day(day.day().toString(), day.availability(), day.measuredMinutes());
        }
    }

    /** Operations, with those days that had a request. */
    @JsonPropertyOrder({"id", "name", "today", "all", "days"})
    record Api(
            @JsonProperty("id") String id,
            @JsonProperty("name") String name,
            @JsonProperty("today") WireFigures today,
            @JsonProperty("all") WireFigures all,
            @JsonProperty("days") List<ApiDay> days) {
        static Api of(StatusReport.ApiReport api) {
            return new Api(
                    api.api().id(),
                    api.api().title(),
                    WireFigures.of(api.today()),
                    WireFigures.of(api.all()),
                    api.days().stream()
                            .map(
                                    it ->
                                            new ApiDay(
                                                    it.day().toString(),
                                                    WireFigures.of(it.figures())))
                            .toList());
        }
    }

    /** A day of an API. */
    @JsonPropertyOrder({"day", "figures"})
    record ApiDay(@JsonProperty("day") String day, @JsonProperty("figures") WireFigures figures) {}

    /** How requests were answered. */
    @JsonPropertyOrder({"p50Millis", "p95Millis", "p99Millis", "errorRate", "refusedRate"})
    record WireFigures(
            @JsonProperty("p50Millis") @Nullable Long p50Millis,
            @JsonProperty("p95Millis") @Nullable Long p95Millis,
            @JsonProperty("p99Millis") @Nullable Long p99Millis,
            @JsonProperty("errorRate") @Nullable Double errorRate,
            @JsonProperty("refusedRate") @Nullable Double refusedRate) {

        private static final double DIGITS = 1e4;

        static WireFigures of(Figures figures) {
            return new WireFigures(
                    millis(figures.median()),
                    millis(figures.p95()),
                    millis(figures.p99()),
                    rounded(figures.failed()),
                    rounded(figures.refused()));
        }

        /** why: from all digits one could tell how many requests there were. */
        private static @Nullable Double rounded(@Nullable Double share) {
            return share == null ? null : Math.round(share * DIGITS) / DIGITS;
        }

        private static @Nullable Long millis(@Nullable Duration time) {
            // why at least one: they are not known better
            return time == null ? null : Math.max(1, time.toMillis());
        }
    }

    static StatusAnswer of(StatusReport report) {
        return new StatusAnswer(
                report.service().state().id(),
                report.made().toString(),
                report.service().availability(),
                report.parts().stream().map(Part::of).toList(),
                report.apis().stream().map(Api::of).toList());
    }
}
