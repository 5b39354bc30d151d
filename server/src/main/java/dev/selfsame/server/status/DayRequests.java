package dev.selfsame.server.status;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Requests of a day, of everybody together.
 *
 * @param day in UTC
 * @param requests all of them
 * @param failed those that were the server's fault: 500 and above
 * @param refused those that were too many: 429
 * @param times of those whose time says something about the server
 */
public record DayRequests(
        LocalDate day,
        ApiGroup api,
        long requests,
        long failed,
        long refused,
        LatencyHistogram times) {

    public DayRequests {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(api, "api");
        Objects.requireNonNull(times, "times");
    }
}
