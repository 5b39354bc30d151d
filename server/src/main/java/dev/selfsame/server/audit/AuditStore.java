package dev.selfsame.server.audit;

import java.util.List;
import java.util.Optional;

/** Where entries are kept, in a chain of hashes; it has no way to change or delete one. */
public interface AuditStore {

    /** Adds at the end of the chain, in one transaction, however many processes do that at once. */
    void add(AuditEntry entry);

    /** The latest that fit, in the order in which they were added. */
    List<AuditEntry> list(AuditQuery query);

    /** The store's note of the last entry; empty if somebody deleted it. */
    Optional<AuditHead> head();

    /**
     * Entries by their numbers, and by the store's where several have the same.
     *
     * @param id among those of the number {@code sequence}, only those with a greater one
     */
    List<AuditRow> chain(long sequence, long id, int limit);

    /** How many entries have no number or no hash, as no server writes them. */
    long unchained();
}
