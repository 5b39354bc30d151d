package dev.selfsame.server.tenant;

import java.util.List;
import java.util.Optional;

/** Where tenants are kept. */
public interface TenantStore {

    /** Adds the tenant unless one of its id is there; true if it was added. */
    boolean addIfAbsent(Tenant tenant);

    Optional<Tenant> find(String tenantId);

    /** All of them, oldest first. */
    List<Tenant> list();

    /** True if there is such a tenant. */
    boolean setRules(String tenantId, MatchingRules rules);

    /** Deletes the tenant and all that is kept of it; true if it was there. */
    boolean delete(String tenantId);
}
