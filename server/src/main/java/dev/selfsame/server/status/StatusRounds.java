package dev.selfsame.server.status;

import dev.selfsame.server.problem.Problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks every minute whether all parts work, and writes that and the requests of that minute. On a
 * thread of its own beside the workers, so that it neither waits for them nor keeps them waiting.
 */
public final class StatusRounds implements AutoCloseable {

    /** Shown are 90 days; the rest is for whoever looks into the database. */
    static final int DAYS_KEPT = 100;

    private static final Logger LOG = LoggerFactory.getLogger(StatusRounds.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LAST_CHANCE = Duration.ofSeconds(5);

    /** What was found is news for so long. */
    private static final Duration FRESH = Duration.ofMinutes(3);

    private final Probes probes;
    private final RequestRecorder recorder;
    private final StatusStore store;
    private final Clock clock;
    private final Unwritten unwritten = new Unwritten();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("status").daemon().unstarted(this::run);
    private volatile Found found = new Found(Instant.MIN, Map.of());
    private boolean first = true;
    private LocalDate cleared = LocalDate.MIN;

    /** What a round found. */
    private record Found(Instant at, Map<Part, Boolean> parts) {}

    StatusRounds(List<Probe> probes, RequestRecorder recorder, StatusStore store, Clock clock) {
        this.probes = new Probes(probes);
        this.recorder = Objects.requireNonNull(recorder, "recorder");
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            do {
                attempt(this::round);
            } while (!closing.await(toNextMinute(), TimeUnit.MILLISECONDS));
            attempt(this::write);
        } catch (InterruptedException _) {
            LOG.debug("nothing is measured any more");
        }
    }

    private long toNextMinute() {
        Instant now = clock.instant();
        Instant next = now.truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
        return Math.max(1, Duration.between(now, next).toMillis());
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // why all: one bad round must not end all later ones
            LOG.warn("the status of this minute is lost", e);
        }
    }

    /** Looks, and writes. */
    void round() {
        Instant at = clock.instant();
        Map<Part, Boolean> parts = probes.run(!first);
        first = false;
        found = new Found(at, parts);
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        int minute = LocalTime.ofInstant(at, ZoneOffset.UTC).get(ChronoField.MINUTE_OF_DAY);
        unwritten.addMinutes(
                parts.entrySet().stream()
                        .map(it -> new MinuteResult(day, minute, it.getKey(), it.getValue()))
                        .toList());
        if (parts.getOrDefault(Part.DATABASE, true)) {
            write();
            clearAway(day);
        }
    }

    private void write() {
        unwritten.add(recorder.take());
        try {
            store.add(unwritten.batch());
            unwritten.clear();
        } catch (Problem e) {
            LOG.info("the status is written later: {}", e.getMessage());
        }
    }

    private void clearAway(LocalDate today) {
        if (!today.equals(cleared)) {
            store.deleteBefore(today.minusDays(DAYS_KEPT));
            cleared = today;
        }
    }

    /** Whether each part works, as far as that is known. */
    Map<Part, PartState> states() {
        Found last = found;
        boolean isFresh = Duration.between(last.at(), clock.instant()).compareTo(FRESH) < 0;
        Map<Part, PartState> states = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Boolean works = isFresh ? last.parts().get(part) : null;
            states.put(
                    part,
                    works == null ? PartState.UNKNOWN : works ? PartState.UP : PartState.DOWN);
        }
        return states;
    }

    /** Writes what was counted since the last minute, if that is possible now, and stops. */
    @Override
    public void close() {
        closing.countDown();
        if (thread.getState() == Thread.State.NEW) {
            // why: nothing was measured, and nobody can wait for a thread that never began
            return;
        }
        try {
            if (!thread.join(LAST_CHANCE)) {
                LOG.info("the last counts of the status page are lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
