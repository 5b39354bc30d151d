package dev.selfsame.server.tenant;

import dev.selfsame.server.receipt.StoredReceipt;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The customers of this server. Every question is put to the store, so changes work at once. */
public final class Tenants {

    private final TenantStore store;
    private final Clock clock;

    public Tenants(TenantStore store, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Makes a tenant.
     *
     * @return empty if there is one of this id already
     * @throws IllegalArgumentException if the id or the name cannot be one, or the id was that of a
     *     tenant that was deleted
     */
    public Optional<Tenant> create(String id, @Nullable String name) {
        Tenant tenant = new Tenant(id, name, MatchingRules.SERVER, now());
        return store.addIfAbsent(tenant) ? Optional.of(tenant) : Optional.empty();
    }

    public Optional<Tenant> find(String id) {
        return store.find(id);
    }

    /** All of them, oldest first. */
    public List<Tenant> list() {
        return store.list();
    }

    /** How samples of this tenant are compared; the server's own way for a tenant that is gone. */
    public MatchingRules rules(String tenantId) {
        return store.find(tenantId).map(Tenant::rules).orElse(MatchingRules.SERVER);
    }

    /** Replaces the rules; false if there is no such tenant. */
    public boolean setRules(String tenantId, MatchingRules rules) {
        return store.setRules(tenantId, rules);
    }

    /** How long what is kept of the tenant is kept; empty if there is no such tenant. */
    public Optional<TenantRetention> retention(String tenantId) {
        return store.retention(tenantId);
    }

    /** Replaces the rules about how long things are kept; false if there is no such tenant. */
    public boolean setRetention(String tenantId, RetentionRules rules) {
        return store.setRetention(tenantId, rules, now());
    }

    /**
     * Deletes a tenant, its keys and all that is kept of it; false if there is no such tenant. Its
     * id is not given again.
     */
    public boolean delete(String tenantId) {
        return store.delete(tenantId, now());
    }

    /** The same, and keeps a receipt of it. */
    public boolean delete(String tenantId, StoredReceipt receipt) {
        return store.delete(tenantId, now(), receipt);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
