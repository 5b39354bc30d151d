package dev.selfsame.server.status;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;

/**
 * How requests were answered, in figures that do not tell how many they were.
 *
 * @param median half of them took no longer; null where there were none
 * @param p95 95 of 100 took no longer; null where there were none
 * @param p99 99 of 100 took no longer; null where there were none
 * @param failed the share that was the server's fault, 0..1; null where there were none
 * @param refused the share that was too much at once, 0..1; null where there were none
 */
public record Figures(
        @Nullable Duration median,
        @Nullable Duration p95,
        @Nullable Duration p99,
        @Nullable Double failed,
        @Nullable Double refused) {

    private static final double MANY = 0.95;
    private static final double MOST = 0.99;

    static Figures of(Collection<DayRequests> requests) {
        LatencyHistogram times =
                LatencyHistogram.sum(requests.stream().map(DayRequests::times).toList());
        long all = requests.stream().mapToLong(DayRequests::requests).sum();
        long failed = requests.stream().mapToLong(DayRequests::failed).sum();
        long refused = requests.stream().mapToLong(DayRequests::refused).sum();
        return new Figures(
                times.quantile(0.5).orElse(null),
                times.quantile(MANY).orElse(null),
                times.quantile(MOST).orElse(null),
                all == 0 ? null : (double) failed / all,
                all == 0 ? null : (double) refused / all);
    }
}
