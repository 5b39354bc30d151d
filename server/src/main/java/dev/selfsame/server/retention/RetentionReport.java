package dev.selfsame.server.retention;

import java.util.List;

/**
 * What a run did.
 *
 * @param tenants those that have rules, also where nothing was due
 * @param receipts receipts that were old enough
 * @param isWhole false if it was stopped before it was done
 */
public record RetentionReport(List<TenantSweep> tenants, long receipts, boolean isWhole) {

    public RetentionReport {
        tenants = List.copyOf(tenants);
    }

    /** People of all tenants. */
    public long people() {
        return tenants.stream().mapToLong(it -> it.unused() + it.consentEnded()).sum();
    }
}
