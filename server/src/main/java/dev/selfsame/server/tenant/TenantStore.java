package dev.selfsame.server.tenant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where tenants are kept. */
public interface TenantStore {

    /**
     * Adds the tenant unless one of its id is there; true if it was added.
     *
     * @throws IllegalArgumentException if there was one of its id that was deleted, in words for
     *     the person who typed it
     */
    boolean addIfAbsent(Tenant tenant);

    Optional<Tenant> find(String tenantId);

    /** All of them, oldest first. */
    List<Tenant> list();

    /** True if there is such a tenant. */
    boolean setRules(String tenantId, MatchingRules rules);

    /**
     * Deletes the tenant and all that is kept of it; true if it was there. Its id is not given
     * again.
     */
    boolean delete(String tenantId, Instant at);

    /** Whether there was a tenant of this id that was deleted. */
    boolean isRetired(String tenantId);
}
