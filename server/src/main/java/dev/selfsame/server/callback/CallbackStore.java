package dev.selfsame.server.callback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps notifications that are not delivered yet. Several processes may work on one store. */
public interface CallbackStore {

    /** Keeps one; does nothing if its tenant is gone. */
    void add(Callback callback);

    /** Tenants that have something due. */
    List<String> tenantsWithDue(Instant now);

    /**
     * What is due for a tenant, the longest due first.
     *
     * @param exceptPlaces {@link Callback#place places} that are left out
     * @param limit at most so many, at least 1
     */
    List<Callback> due(String tenantId, Instant now, Set<String> exceptPlaces, int limit);

    /**
     * Takes one to work on it, unless somebody else was faster. Until the time given nobody else
     * can take it; afterwards anybody can, as whoever took it seems to be gone.
     *
     * @param seen as {@link #due} gave it
     * @return true if it is the caller's; its number of attempts is then one higher
     */
    boolean claim(Callback seen, Instant now, Instant until);

    /** Says when to try again; false if the claim has gone over to somebody else. */
    boolean postpone(Callback claimed, Instant due);

    /** Forgets it; false if the claim has gone over to somebody else. */
    boolean remove(Callback claimed);

    /** When the next one becomes due after this. */
    Optional<Instant> nextDue(Instant after);
}
