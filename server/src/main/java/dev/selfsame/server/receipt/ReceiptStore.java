package dev.selfsame.server.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where receipts are kept. They are added by whoever deletes, in the same transaction, so that
 * nothing is deleted without one; they outlive their tenant.
 */
public interface ReceiptStore {

    Optional<StoredReceipt> find(UUID id);

    /** The latest that fit, the latest first. */
    List<StoredReceipt> list(ReceiptQuery query);

    /** How many were made before this. */
    long countBefore(Instant time);

    /**
     * Deletes some that were made before this.
     *
     * @param limit at most so many
     * @return how many
     */
    int deleteBefore(Instant time, int limit);
}
