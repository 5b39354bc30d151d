package dev.selfsame.server.receipt;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What a receipt says. Nothing in it is biometric or a name: the person is told by a keyed hash,
 * which only the tenant's key and the CustomID together give.
 *
 * @param tenantId whose data it was
 * @param subject the subject of the person's entries in the audit trail; null for a whole tenant
 * @param reason why
 * @param deleted when
 */
public record Receipt(
        UUID id,
        String tenantId,
        @Nullable String subject,
        ErasureReason reason,
        Instant deleted,
        Erased erased) {

    public Receipt {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(deleted, "deleted");
        Objects.requireNonNull(erased, "erased");
    }
}
