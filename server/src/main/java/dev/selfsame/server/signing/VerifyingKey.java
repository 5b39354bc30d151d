package dev.selfsame.server.signing;

import java.security.PublicKey;
import java.util.Objects;

/**
 * A key that signatures are verified with.
 *
 * @param kid its name in the headers of signatures
 * @param algorithm the only one that it verifies
 * @param publicKey RSA of at least 2048 bits, or a point of P-256
 */
public record VerifyingKey(String kid, SigningAlgorithm algorithm, PublicKey publicKey) {

    public VerifyingKey {
        Objects.requireNonNull(kid, "kid");
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(publicKey, "publicKey");
    }
}
