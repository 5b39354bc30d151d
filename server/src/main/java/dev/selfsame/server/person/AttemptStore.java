package dev.selfsame.server.person;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;

/** Where failed verifications of people are counted. */
public interface AttemptStore {

    /**
     * Counts one more failure, unless the person has to wait; both in one step, so that attempts at
     * the same time cannot pass together.
     *
     * @param endOfWait from the failures in a row, this one among them, to when the next attempt is
     *     allowed
     * @return when the next attempt is allowed if this one is not; empty if it is, or the person is
     *     gone
     */
    Optional<Instant> countFailure(UUID personId, Instant now, IntFunction<Instant> endOfWait);

    /** Takes one failure back, for an attempt that compared nothing. */
    void takeBack(UUID personId);

    /** Forgets all failures. */
    void clear(UUID personId);
}
