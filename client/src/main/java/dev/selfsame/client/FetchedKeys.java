package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys that the server publishes: fetched when the first is asked for, and again for a name
 * that is not among them, as a server changes its key. Not more often than each half minute: what
 * brings unknown names is as likely to be forged.
 */
final class FetchedKeys implements Keys {

    private static final String PATH = "/.well-known/jwks.json";
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Transport transport;
    private final Timing timing;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable KeySet known;
    private long fetchedNanos;

    FetchedKeys(Transport transport, Timing timing) {
        this.transport = Objects.requireNonNull(transport, "transport");
        this.timing = Objects.requireNonNull(timing, "timing");
    }

    @Override
    public @Nullable VerificationKey key(String kid) {
        lock.lock();
        try {
            KeySet keys = known;
            boolean rested = timing.nanos() - fetchedNanos >= PAUSE.toNanos();
            if (keys == null || (keys.key(kid) == null && rested)) {
                keys = fetch();
                known = keys;
                fetchedNanos = timing.nanos();
            }
            return keys.key(kid);
        } finally {
            lock.unlock();
        }
    }

    private KeySet fetch() {
        return KeySet.parse(transport.send(new Call("GET", PATH, null, null, true)).text());
    }
}
