package dev.selfsame.server.admission;

import dev.selfsame.server.setting.Setting;

import java.time.Duration;
import java.util.Objects;

/**
 * How much CPU work runs and waits.
 *
 * @param workers pieces of work at once, 1..1024, or 0 for one a core
 * @param maxWait how long work may wait for a worker before its request is refused, 1 ms..60 s
 */
public record AdmissionLimits(
        @Setting(
                        meaning =
                                "pictures are worked on by so many threads; 0 means one for each"
                                        + " processor that the JVM sees",
                        range = "0..1024",
                        unit = "threads")
                int workers,
        @Setting(
                        meaning =
                                "longest wait for a worker; a request that would have to wait"
                                        + " longer, or has, is refused with 429",
                        range = "1ms..60s")
                Duration maxWait) {

    public AdmissionLimits {
        Objects.requireNonNull(maxWait, "max-wait");
        if (workers < 0 || workers > 1024) {
            throw new IllegalArgumentException(
                    "selfsame.admission.workers: " + workers + " (expected: 0..1024)");
        }
        if (maxWait.toMillis() < 1 || maxWait.toSeconds() > 60) {
            throw new IllegalArgumentException(
                    "selfsame.admission.max-wait: " + maxWait + " (expected: 1ms..60s)");
        }
    }

    int effectiveWorkers() {
        return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
    }
}
