package dev.selfsame.server.biosession;

import java.util.UUID;

/** Somebody who keeps something of sessions, and lets go of it when they end. */
public interface SessionEnding {

    /**
     * A session was deleted.
     *
     * @throws dev.selfsame.server.problem.Problem {@code UNAVAILABLE}
     */
    void deleted(UUID sessionId);

    /** Lets go of what has expired, where that does not happen by itself. Never throws. */
    void clearExpired();
}
