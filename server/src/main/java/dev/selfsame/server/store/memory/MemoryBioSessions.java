package dev.selfsame.server.store.memory;

import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.biosession.OpenSession;
import dev.selfsame.server.biosession.SessionContent;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.biosession.SessionMatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Sessions in memory, gone with the process. What is full refuses; only expiry makes room. Safe for
 * any number of threads.
 */
public final class MemoryBioSessions implements BioSessionStore {

    private static final Comparator<OpenSession> LATEST_END_FIRST =
            Comparator.comparing((OpenSession open) -> open.session().expires()).reversed();

    private final ConcurrentMap<Name, SessionRoom> rooms = new ConcurrentHashMap<>();
    private final Places places;
    private final Clock clock;

    private record Name(String tenantId, UUID sessionId) {}

    /**
     * An empty store.
     *
     * @param entries sessions, faces and matches that it keeps together
     */
    public MemoryBioSessions(int entries, Clock clock) {
        places = new Places(entries);
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public boolean add(BioSession session) {
        if (!places.take()) {
            return false;
        }
        rooms.put(new Name(session.tenantId(), session.id()), new SessionRoom(session, places));
        return true;
    }

    @Override
    public Optional<BioSession> find(String tenantId, UUID sessionId) {
        return open(tenantId, sessionId).map(SessionRoom::session);
    }

    @Override
    public Optional<SessionContent> content(String tenantId, UUID sessionId) {
        return open(tenantId, sessionId).flatMap(SessionRoom::content);
    }

    @Override
    public List<SessionMatch> matches(
            String tenantId, UUID sessionId, UUID referenceId, List<UUID> candidateIds) {
        return inside(
                tenantId, sessionId, List.of(), room -> room.matches(referenceId, candidateIds));
    }

    @Override
    public Addition addFace(String tenantId, UUID sessionId, SessionFace face, int limit) {
        return inside(tenantId, sessionId, Addition.NO_SESSION, room -> room.add(face, limit));
    }

    @Override
    public void addMatches(String tenantId, UUID sessionId, List<SessionMatch> matches) {
        open(tenantId, sessionId).ifPresent(room -> room.add(matches));
    }

    @Override
    public Removal deleteFace(String tenantId, UUID sessionId, UUID faceId) {
        return inside(tenantId, sessionId, Removal.NO_SESSION, room -> room.remove(faceId));
    }

    @Override
    public Removal deleteFaces(String tenantId, UUID sessionId) {
        return inside(tenantId, sessionId, Removal.NO_SESSION, SessionRoom::removeAll);
    }

    @Override
    public Ending delete(String tenantId, UUID sessionId) {
        Ending ending =
                inside(
                        tenantId,
                        sessionId,
                        Ending.NO_SESSION,
                        room -> room.end(clock.instant(), false));
        if (ending == Ending.DELETED) {
            rooms.remove(new Name(tenantId, sessionId));
        }
        return ending;
    }

    @Override
    public boolean hold(String tenantId, UUID sessionId, Instant until) {
        return inside(tenantId, sessionId, false, room -> room.hold(until));
    }

    @Override
    public void release(String tenantId, UUID sessionId) {
        open(tenantId, sessionId).ifPresent(room -> room.hold(Instant.MIN));
    }

    @Override
    public void clearExpired() {
        Instant now = clock.instant();
        rooms.forEach(
                (name, room) -> {
                    if (!room.session().isOpenAt(now)) {
                        room.end(now, true);
                        rooms.remove(name);
                    }
                });
    }

    @Override
    public Map<String, Long> count(Collection<String> tenantIds) {
        Map<String, Long> counts = new HashMap<>();
        tenantIds.forEach(tenant -> counts.put(tenant, 0L));
        Instant now = clock.instant();
        for (SessionRoom room : rooms.values()) {
            if (room.session().isOpenAt(now)) {
                counts.computeIfPresent(room.session().tenantId(), (_, count) -> count + 1);
            }
        }
        return counts;
    }

    @Override
    public List<OpenSession> open(String tenantId, int limit) {
        Instant now = clock.instant();
        // why no sorting of all: of very many only the first are asked for
        PriorityQueue<SessionRoom> last =
                new PriorityQueue<>(Comparator.comparing(room -> room.session().expires()));
        for (SessionRoom room : rooms.values()) {
            if (room.session().tenantId().equals(tenantId) && room.session().isOpenAt(now)) {
                last.add(room);
                if (last.size() > limit) {
                    last.remove();
                }
            }
        }
        return last.stream()
                .flatMap(room -> room.content().stream())
                .map(content -> new OpenSession(content.session(), content.faces().size()))
                .sorted(LATEST_END_FIRST)
                .toList();
    }

    /** Sessions in memory, expired ones too until they are cleared away. */
    public int size() {
        return rooms.size();
    }

    /** Sessions, faces and matches in memory. */
    public int entries() {
        return places.taken();
    }

    private <T> T inside(
            String tenantId, UUID sessionId, T otherwise, Function<SessionRoom, T> work) {
        return open(tenantId, sessionId).map(work).orElse(otherwise);
    }

    private Optional<SessionRoom> open(String tenantId, UUID sessionId) {
        return Optional.ofNullable(rooms.get(new Name(tenantId, sessionId)))
                .filter(room -> room.session().isOpenAt(clock.instant()));
    }
}
