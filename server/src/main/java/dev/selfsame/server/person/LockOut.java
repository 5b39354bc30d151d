package dev.selfsame.server.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes whoever fails to be verified wait. An attempt counts as failed before anything is compared,
 * and is taken back afterwards, so that many at once gain nothing.
 */
final class LockOut {

    private final LockOutOptions options;
    private final AttemptStore store;
    private final Clock clock;

    LockOut(LockOutOptions options, AttemptStore store, Clock clock) {
        this.options = Objects.requireNonNull(options, "options");
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** How long to wait before an attempt, empty if it may go on. */
    Optional<Duration> begin(UUID personId) {
        if (!options.isOn()) {
            return Optional.empty();
        }
        // why: databases round what is finer, and may round it up
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return store.countFailure(personId, now, failures -> options.endOfWait(now, failures))
                .map(until -> Duration.between(now, until));
    }

    /** The attempt succeeded. */
    void succeeded(UUID personId) {
        if (options.isOn()) {
            store.clear(personId);
        }
    }

    /** The attempt compared nothing. */
    void withdrawn(UUID personId) {
        if (options.isOn()) {
            store.takeBack(personId);
        }
    }
}
