package dev.selfsame.server.biosession;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where sessions are kept. A session that expired is no more, from the millisecond on that it
 * states and whether or not it was cleared away yet; what is in it ends with it. Every method is
 * one step that others see whole or not at all. Where it is kept elsewhere and that does not
 * answer, every method throws a {@link dev.selfsame.server.problem.Problem}, {@code UNAVAILABLE}.
 */
public interface BioSessionStore {

    /** Keeps a new session; false if there is no room for it now. */
    boolean add(BioSession session);

    Optional<BioSession> find(String tenantId, UUID sessionId);

    /** A session with its faces. */
    Optional<SessionContent> content(String tenantId, UUID sessionId);

    /**
     * Matches that are kept of a reference with these candidates, in no order; none where there is
     * no such session. Apart from the faces, as there may be a hundred times as many.
     */
    List<SessionMatch> matches(
            String tenantId, UUID sessionId, UUID referenceId, List<UUID> candidateIds);

    /**
     * Puts a face into a session that is open.
     *
     * @param limit how many faces a session can have
     */
    Addition addFace(String tenantId, UUID sessionId, SessionFace face, int limit);

    /**
     * Keeps matches of one reference. Of those whose faces are not both there any more nothing is
     * kept, nor of those that are there already.
     */
    void addMatches(String tenantId, UUID sessionId, List<SessionMatch> matches);

    /** Deletes a face and its matches. */
    Removal deleteFace(String tenantId, UUID sessionId, UUID faceId);

    /** Deletes all faces and matches. */
    Removal deleteFaces(String tenantId, UUID sessionId);

    /** Deletes a session with all that is in it, unless it is held. */
    Ending delete(String tenantId, UUID sessionId);

    /**
     * Keeps a session from being deleted while something works on it.
     *
     * @param until when the hold ends by itself; expiry ends it as well
     * @return false if there is no such session
     */
    boolean hold(String tenantId, UUID sessionId, Instant until);

    /** Ends a hold. */
    void release(String tenantId, UUID sessionId);

    /** How many sessions of each of these tenants are open. */
    Map<String, Long> count(Collection<String> tenantIds);

    /**
     * Open sessions of a tenant, those first that end last.
     *
     * @param limit how many at most, 1 or more
     */
    List<OpenSession> open(String tenantId, int limit);

    /** Lets go of what has expired, where the store does not do so by itself. Never throws. */
    void clearExpired();

    /** What came of adding a face. */
    enum Addition {
        ADDED,
        NO_SESSION,
        TOO_MANY_FACES,
        NO_ROOM
    }

    /** What came of deleting faces. */
    enum Removal {
        REMOVED,
        NO_SESSION,
        NO_FACE
    }

    /** What came of deleting a session. */
    enum Ending {
        DELETED,
        NO_SESSION,
        HELD
    }
}
