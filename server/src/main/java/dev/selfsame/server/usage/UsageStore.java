package dev.selfsame.server.usage;

import java.time.LocalDate;
import java.util.List;

/** Where counts are kept. */
public interface UsageStore {

    /**
     * Adds a batch as a whole, unless it was added before; what belongs to tenants that are gone is
     * left out. The batches of a writer come one after the other.
     */
    void add(UsageBatch batch);

    /** Counts by tenant, day, key, operation and outcome, in this order. */
    List<UsageCount> list(UsageQuery query);

    /** How many counts of a tenant are of days before this one. */
    long countBefore(String tenantId, LocalDate day);

    /**
     * Deletes counts of a tenant of some of the days before this one, the oldest first.
     *
     * @return how many were deleted; 0 when none is left
     */
    int deleteSomeBefore(String tenantId, LocalDate day);
}
