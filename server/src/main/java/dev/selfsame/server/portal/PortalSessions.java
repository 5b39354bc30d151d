package dev.selfsame.server.portal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * Who is signed in at this server; in memory, so that a start signs everybody out. Ids of sessions
 * are 256 random bits and kept as hashes alone. Safe for any number of threads.
 */
public final class PortalSessions {

    /** How long a session lasts without a request. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** How long a session lasts at most. */
    public static final Duration LONGEST = Duration.ofHours(12);

    private static final int MOST = 10_000;
    private static final int MOST_OF_A_USER = 20;
    private static final int ID_BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();

    // guarded by the lock; the oldest first
    private final LinkedHashMap<String, Kept> sessions = new LinkedHashMap<>();

    private record Kept(PortalSession session, Instant opened, Instant used) {
        boolean isOverAt(Instant now) {
            return !now.isBefore(used.plus(IDLE)) || !now.isBefore(opened.plus(LONGEST));
        }
    }

    /** A session at the only moment when its id is known. */
    public record Opened(String id, PortalSession session) {
        public Opened {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(session, "session");
        }

        /** Leaves the id out, so that no log can show it. */
        @Override
        public String toString() {
            return "Opened[user=" + session.userName() + "]";
        }
    }

    public PortalSessions(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Begins a session; the oldest ends where there are too many. */
    public Opened open(PortalUser user) {
        String id = draw();
        PortalSession session = new PortalSession(user, draw());
        Instant now = clock.instant();
        lock.lock();
        try {
            sessions.values().removeIf(kept -> kept.isOverAt(now));
            makeRoom(user.name());
            sessions.put(hash(id), new Kept(session, now, now));
        } finally {
            lock.unlock();
        }
        return new Opened(id, session);
    }

    /** The session of this id, used now; empty for any other text and for one that is over. */
    public Optional<PortalSession> use(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        lock.lock();
        try {
            Kept kept =
                    sessions.computeIfPresent(
                            hash(id),
                            (_, before) ->
                                    before.isOverAt(now)
                                            ? null
                                            : new Kept(before.session(), before.opened(), now));
            return Optional.ofNullable(kept).map(Kept::session);
        } finally {
            lock.unlock();
        }
    }

    /** Ends a session. */
    public void end(String id) {
        lock.lock();
        try {
            sessions.remove(hash(id));
        } finally {
            lock.unlock();
        }
    }

    /** Ends all sessions of a user. */
    public void endAll(String userName) {
        lock.lock();
        try {
            sessions.values().removeIf(kept -> kept.session().userName().equals(userName));
        } finally {
            lock.unlock();
        }
    }

    private void makeRoom(String userName) {
        List<String> own =
                sessions.entrySet().stream()
                        .filter(it -> it.getValue().session().userName().equals(userName))
                        .map(Map.Entry::getKey)
                        .toList();
        if (own.size() >= MOST_OF_A_USER) {
            sessions.remove(own.getFirst());
        } else if (sessions.size() >= MOST) {
            sessions.pollFirstEntry();
        }
    }

    private String draw() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String id) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(id.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
