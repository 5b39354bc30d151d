package dev.selfsame.server.cli.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** This machine's clock beside those that were seen, and beside time as it passes. */
final class ClockExam {

    private static final String SUBJECT = "clock";
    private static final Instant OLDEST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration GOOD = Duration.ofSeconds(5);
    private static final Duration BEARABLE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(500);

    private final Clock clock;
    private final Instant start;
    private final long startNanos = System.nanoTime();
    private final Map<String, Duration> others = new LinkedHashMap<>();

    ClockExam(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        start = clock.instant();
    }

    /** Remembers what another clock shows now. */
    void compare(String name, Instant now) {
        others.put(name, Duration.between(clock.instant(), now));
    }

    List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        Instant now = clock.instant();
        findings.add(
                now.isBefore(OLDEST)
                        ? Finding.failed(
                                SUBJECT,
                                "it is before this program was made: "
                                        + now.truncatedTo(ChronoUnit.SECONDS),
                                "set the clock, and let it be kept right (chrony,"
                                        + " systemd-timesyncd)")
                        : Finding.ok(
                                SUBJECT,
                                now.truncatedTo(ChronoUnit.SECONDS)
                                        + ", time zone "
                                        + ZoneId.systemDefault()));
        others.forEach((name, ahead) -> findings.add(beside(name, ahead)));
        Duration passed = Duration.ofNanos(System.nanoTime() - startNanos);
        Duration stepped = Duration.between(start, now).minus(passed).abs();
        if (stepped.compareTo(STEP) > 0) {
            findings.add(
                    Finding.warning(
                            SUBJECT,
                            "it was set by " + stepped.toMillis() + " ms while this was looking",
                            "let the clock be slewed instead of set (chrony, systemd-timesyncd)"));
        }
        return findings;
    }

    private static Finding beside(String name, Duration ahead) {
        Duration apart = ahead.abs();
        String found = "the clock of " + name + " is " + apart.toSeconds() + " s apart";
        if (apart.compareTo(GOOD) <= 0) {
            return Finding.ok(SUBJECT, found);
        }
        String advice = "let both be kept right (chrony, systemd-timesyncd)";
        return apart.compareTo(BEARABLE) <= 0
                ? Finding.warning(SUBJECT, found, advice)
                : Finding.failed(SUBJECT, found, advice);
    }
}
