package dev.selfsame.server.person;

import dev.selfsame.server.receipt.ErasureReason;
import dev.selfsame.server.receipt.Receipts;
import dev.selfsame.server.receipt.StoredReceipt;
import dev.selfsame.server.tenant.Tenants;

import java.util.Objects;
import java.util.Optional;

/** Deletes a tenant with all of its people, with one receipt over how many they were. */
public final class TenantErasure {

    private final Tenants tenants;
    private final PeopleCensus people;
    private final Receipts receipts;

    public TenantErasure(Tenants tenants, PeopleCensus people, Receipts receipts) {
        this.tenants = Objects.requireNonNull(tenants, "tenants");
        this.people = Objects.requireNonNull(people, "people");
        this.receipts = Objects.requireNonNull(receipts, "receipts");
    }

    /**
     * Deletes; the caller writes it down in the audit trail.
     *
     * @return empty if there is no such tenant
     */
    public Optional<StoredReceipt> erase(String tenantId) {
        if (tenants.find(tenantId).isEmpty()) {
            return Optional.empty();
        }
        StoredReceipt receipt =
                receipts.make(
                        tenantId, ErasureReason.TENANT_DELETED, null, people.holdings(tenantId));
        return tenants.delete(tenantId, receipt) ? Optional.of(receipt) : Optional.empty();
    }
}
