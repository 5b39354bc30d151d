package dev.selfsame.server.vault;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A tenant's key, sealed by a master key. Shares its array.
 *
 * @param id names the key
 * @param tenantId whose it is
 * @param purpose what it is for
 * @param version 1, 2, ... within tenant and purpose; the greatest one seals, all of them open
 * @param masterId the master key that opens it
 * @param box the sealed key
 * @param created when it was made
 */
public record WrappedKey(
        UUID id,
        String tenantId,
        Purpose purpose,
        int version,
        String masterId,
        byte[] box,
        Instant created) {

    /** What a key is for. */
    public enum Purpose {
        /** Seals what is stored. */
        SEAL,
        /**
         * Makes pseudonyms, by which a person is found; never changed, as they would all change.
         */
        PSEUDONYM
    }

    public WrappedKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(masterId, "masterId");
        Objects.requireNonNull(box, "box");
        Objects.requireNonNull(created, "created");
        if (version < 1) {
            throw new IllegalArgumentException("version: " + version + " (expected: >= 1)");
        }
    }
}
