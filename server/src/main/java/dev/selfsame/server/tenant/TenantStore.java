package dev.selfsame.server.tenant;

/** Where tenants are kept. */
public interface TenantStore {

    /** Adds the tenant unless one of its id is there. */
    void addIfAbsent(Tenant tenant);
}
