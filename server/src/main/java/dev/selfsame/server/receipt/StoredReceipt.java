package dev.selfsame.server.receipt;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A receipt as it is kept: what finds it, and the signed text, which alone counts.
 *
 * @param made when
 * @param subject null for a whole tenant
 * @param jws compact, the payload attached
 */
public record StoredReceipt(
        UUID id, String tenantId, Instant made, @Nullable String subject, String jws) {

    public StoredReceipt {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(made, "made");
        Objects.requireNonNull(jws, "jws");
    }
}
