package dev.selfsame.server.retention;

import java.util.Objects;

/**
 * What a run deleted of a tenant, or would delete.
 *
 * @param unused people who were not used
 * @param consentEnded people whose consent had ended
 * @param usageCounts counts of requests
 */
public record TenantSweep(String tenantId, long unused, long consentEnded, long usageCounts) {

    public TenantSweep {
        Objects.requireNonNull(tenantId, "tenantId");
    }

    boolean isAny() {
        return unused + consentEnded + usageCounts > 0;
    }

    /** As the subject of an entry in the audit trail, which has 64 characters. */
    String counts() {
        return "unused=" + unused + " consent=" + consentEnded + " usage=" + usageCounts;
    }
}
