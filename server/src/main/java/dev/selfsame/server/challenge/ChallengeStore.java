package dev.selfsame.server.challenge;

import dev.selfsame.server.biosession.SessionEnding;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where challenges are kept until their sessions end. Every method is one step that others see
 * whole or not at all. Where it is kept elsewhere and that does not answer, every method throws a
 * {@link dev.selfsame.server.problem.Problem}, {@code UNAVAILABLE}.
 */
public interface ChallengeStore extends SessionEnding {

    /**
     * The challenge of a session, whosever it is: the browser that asks knows nothing but the
     * session's id.
     */
    Optional<Challenge> find(UUID sessionId, ChallengeKind kind);

    /** All challenges of these sessions, of both kinds, in no order. */
    List<Challenge> ofSessions(Collection<UUID> sessionIds);

    /**
     * Keeps a challenge in place of the one that it was made from.
     *
     * @param challenge of version 1 if there must be none, else of the version after the one that
     *     is there
     */
    Saving save(Challenge challenge);

    /** What came of keeping one. */
    enum Saving {
        SAVED,
        /** Somebody else was faster, or its session has ended. */
        OUTDATED,
        NO_ROOM
    }
}
