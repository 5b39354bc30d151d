package dev.selfsame.server.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * Lets one process at a time delete what is due. Whoever holds it and is killed loses it in time.
 */
public interface RetentionLease {

    /**
     * Takes the lease, or holds on to it.
     *
     * @param until when others may take it although it was not given back
     * @param finishedBefore not if somebody was done after this
     * @return false if somebody else holds it, or was done not long ago
     */
    boolean take(UUID holder, Instant now, Instant until, Instant finishedBefore);

    /** Gives it back, the work done. */
    void finish(UUID holder, Instant now);

    /** Gives it back, the work not done. */
    void giveBack(UUID holder);
}
