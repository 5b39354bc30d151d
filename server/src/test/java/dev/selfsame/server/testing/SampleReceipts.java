package dev.selfsame.server.testing;

import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.person.StoredPerson;
import dev.selfsame.server.receipt.StoredReceipt;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Receipts that nobody signed, for stores, which do not read them. */
public final class SampleReceipts {

    private SampleReceipts() {}

    public static StoredReceipt of(String tenantId, Instant made) {
        return new StoredReceipt(UUID.randomUUID(), tenantId, made, "ab".repeat(16), "a.b.c");
    }

    /** Deletes somebody, as often as others change it meanwhile; false if it was gone. */
    public static boolean delete(PersonStore store, String tenantId, UUID id, Instant at) {
        for (Optional<StoredPerson> seen = store.find(tenantId, id);
                seen.isPresent();
                seen = store.find(tenantId, id)) {
            if (store.delete(seen.get(), of(tenantId, at))) {
                return true;
            }
        }
        return false;
    }
}
