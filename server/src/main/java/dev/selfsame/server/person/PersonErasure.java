package dev.selfsame.server.person;

import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.receipt.ErasureReason;
import dev.selfsame.server.receipt.Receipts;
import dev.selfsame.server.receipt.StoredReceipt;

import java.util.Objects;
import java.util.Optional;

/**
 * The one way in which a person is deleted, whoever wants it: everything in one transaction with a
 * signed receipt, then an entry in the audit trail.
 */
public final class PersonErasure {

    private final PersonStore store;
    private final Receipts receipts;
    private final PersonAudit audit;

    public PersonErasure(PersonStore store, Receipts receipts, AuditTrail trail) {
        this.store = Objects.requireNonNull(store, "store");
        this.receipts = Objects.requireNonNull(receipts, "receipts");
        audit = new PersonAudit(trail);
    }

    /**
     * Deletes somebody.
     *
     * @param seen as the store gave it
     * @param actor who does it, for the audit trail
     * @return empty, with nothing changed, if the person is gone or was changed since
     */
    public Optional<StoredReceipt> erase(StoredPerson seen, String actor, ErasureReason reason) {
        StoredReceipt receipt =
                receipts.make(
                        seen.tenantId(), reason, PersonAudit.subject(seen.pseudonym()), seen.all());
        if (!store.delete(seen, receipt)) {
            return Optional.empty();
        }
        audit.deleted(seen.tenantId(), actor, seen.pseudonym());
        return Optional.of(receipt);
    }
}
