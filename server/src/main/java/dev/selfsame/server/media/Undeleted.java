package dev.selfsame.server.media;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is to be deleted, remembered until it is: a store that does not answer for a while must not
 * make a picture stay until its session would have ended. Lost with the process; what was in it
 * then stays until that time. Safe for any number of threads.
 */
final class Undeleted {

    /** Some 3 MB; more than that waits until its session would have ended. */
    private static final int MOST = 10_000;

    private final ObjectStore store;

    // why prefixes too: they end with a slash, and names never do
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    Undeleted(ObjectStore store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    /** Remembers a name, or a prefix. */
    void add(String name) {
        if (names.size() < MOST) {
            names.add(name);
        }
    }

    /**
     * Deletes a name or a prefix, and remembers it if that fails.
     *
     * @throws dev.selfsame.server.problem.Problem {@code UNAVAILABLE}
     */
    void deleteNow(String name) {
        add(name);
        if (name.endsWith("/")) {
            store.deleteAll(name);
        } else {
            store.delete(name);
        }
        names.remove(name);
    }

    /**
     * Deletes all that are remembered, until one fails.
     *
     * @throws dev.selfsame.server.problem.Problem {@code UNAVAILABLE}
     */
    void deleteAll() {
        List.copyOf(names).forEach(this::deleteNow);
    }
}
