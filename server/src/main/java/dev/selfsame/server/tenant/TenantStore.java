package dev.selfsame.server.tenant;

import dev.selfsame.server.receipt.StoredReceipt;

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

    /** How long what is kept of the tenant is kept; empty if there is no such tenant. */
    Optional<TenantRetention> retention(String tenantId);

    /** Tenants of which something is not kept for ever. */
    List<TenantRetention> retentions();

    /**
     * Replaces the rules about how long things are kept.
     *
     * @param at since when, for a rule about people that was not there before
     * @return true if there is such a tenant
     */
    boolean setRetention(String tenantId, RetentionRules rules, Instant at);

    /**
     * Deletes the tenant and all that is kept of it; true if it was there. Its id is not given
     * again.
     */
    boolean delete(String tenantId, Instant at);

    /** The same, and keeps the receipt if the tenant was there. */
    boolean delete(String tenantId, Instant at, StoredReceipt receipt);

    /** Whether there was a tenant of this id that was deleted. */
    boolean isRetired(String tenantId);
}
