package dev.selfsame.server.vault;

import java.util.Objects;
import java.util.UUID;

/**
 * A sealed value. Shares its array.
 *
 * @param keyId the tenant's key that opens it
 * @param box nonce, ciphertext and tag
 */
public record Sealed(UUID keyId, byte[] box) {

    public Sealed {
        Objects.requireNonNull(keyId, "keyId");
        Objects.requireNonNull(box, "box");
    }
}
