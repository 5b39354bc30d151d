package dev.selfsame.server.store.memory;

import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessionStore.Addition;
import dev.selfsame.server.biosession.BioSessionStore.Ending;
import dev.selfsame.server.biosession.BioSessionStore.Removal;
import dev.selfsame.server.biosession.SessionContent;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.biosession.SessionMatch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One session and what is in it. Every call is one step; after its end nothing is in it. */
final class SessionRoom {

    private final BioSession session;
    private final Places places;
    private final ReentrantLock lock = new ReentrantLock();

    // all below are guarded by the lock
    private final Map<UUID, SessionFace> faces = new LinkedHashMap<>();
    private final Map<Pair, SessionMatch> matches = new LinkedHashMap<>();
    private Instant heldUntil = Instant.MIN;
    private boolean ended;

    private record Pair(UUID reference, UUID candidate) {

        static Pair of(SessionMatch match) {
            return new Pair(match.reference(), match.candidate());
        }

        boolean has(UUID face) {
            return reference.equals(face) || candidate.equals(face);
        }
    }

    /** A room whose session has taken its place. */
    SessionRoom(BioSession session, Places places) {
        this.session = session;
        this.places = places;
    }

    BioSession session() {
        return session;
    }

    Optional<SessionContent> content() {
        return step(
                Optional.empty(),
                () -> Optional.of(new SessionContent(session, List.copyOf(faces.values()))));
    }

    List<SessionMatch> matches(UUID reference, List<UUID> candidates) {
        return step(
                List.of(),
                () ->
                        candidates.stream()
                                .map(candidate -> matches.get(new Pair(reference, candidate)))
                                .filter(Objects::nonNull)
                                .toList());
    }

    Addition add(SessionFace face, int limit) {
        return step(
                Addition.NO_SESSION,
                () -> {
                    if (faces.size() >= limit) {
                        return Addition.TOO_MANY_FACES;
                    }
                    if (!places.take()) {
                        return Addition.NO_ROOM;
                    }
                    faces.put(face.id(), face);
                    return Addition.ADDED;
                });
    }

    /** Keeps as many as there is room for; what is not kept is compared again when asked for. */
    void add(List<SessionMatch> made) {
        step(
                false,
                () -> {
                    made.stream().filter(this::isNew).filter(_ -> places.take()).forEach(this::put);
                    return true;
                });
    }

    private boolean isNew(SessionMatch match) {
        return faces.containsKey(match.reference())
                && faces.containsKey(match.candidate())
                && !matches.containsKey(Pair.of(match));
    }

    private void put(SessionMatch match) {
        matches.put(Pair.of(match), match);
    }

    Removal remove(UUID faceId) {
        return step(
                Removal.NO_SESSION,
                () -> {
                    if (faces.remove(faceId) == null) {
                        return Removal.NO_FACE;
                    }
                    int before = matches.size();
                    matches.keySet().removeIf(pair -> pair.has(faceId));
                    places.giveBack(1 + before - matches.size());
                    return Removal.REMOVED;
                });
    }

    Removal removeAll() {
        return step(
                Removal.NO_SESSION,
                () -> {
                    empty();
                    return Removal.REMOVED;
                });
    }

    boolean hold(Instant until) {
        return step(
                false,
                () -> {
                    heldUntil = until;
                    return true;
                });
    }

    /** Ends the session, though it is held if that is wanted. */
    Ending end(Instant now, boolean evenHeld) {
        return step(
                Ending.NO_SESSION,
                () -> {
                    if (!evenHeld && now.isBefore(heldUntil)) {
                        return Ending.HELD;
                    }
                    empty();
                    places.giveBack(1);
                    ended = true;
                    return Ending.DELETED;
                });
    }

    private void empty() {
        places.giveBack(faces.size() + matches.size());
        faces.clear();
        matches.clear();
    }

    private <T> T step(T otherwise, Supplier<T> work) {
        lock.lock();
        try {
            return ended ? otherwise : work.get();
        } finally {
            lock.unlock();
        }
    }
}
