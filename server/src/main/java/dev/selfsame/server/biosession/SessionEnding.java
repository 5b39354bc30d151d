package dev.selfsame.server.biosession;

import java.util.UUID;

/** Somebody who keeps something of sessions and lets go of it when one is deleted. */
@FunctionalInterface
public interface SessionEnding {

    /**
     * A session was deleted. What expires is not told.
     *
     * @throws dev.selfsame.server.problem.Problem {@code UNAVAILABLE}
     */
    void deleted(UUID sessionId);
}
