package dev.selfsame.server.biosession;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A session as it was opened; nothing of it changes until it ends.
 *
 * @param tenantId whose it is
 * @param correlationId what its owner calls it, null if nothing
 * @param evidenceId a second such name
 * @param imageStorageEnabled whether the pictures of its faces are kept as long as it is
 * @param callbackUrl where to tell that a result is there, null for nowhere
 * @param created in milliseconds
 * @param expires the first moment at which it is no more, in milliseconds
 */
public record BioSession(
        UUID id,
        String tenantId,
        @Nullable String correlationId,
        @Nullable String evidenceId,
        boolean imageStorageEnabled,
        @Nullable URI callbackUrl,
        Instant created,
        Instant expires) {

    public BioSession {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(created, "created");
        if (!expires.isAfter(created)) {
            throw new IllegalArgumentException(
                    "expires: " + expires + " (expected: after " + created + ")");
        }
    }

    /** Whether it is there at this moment. */
    public boolean isOpenAt(Instant now) {
        return now.isBefore(expires);
    }
}
