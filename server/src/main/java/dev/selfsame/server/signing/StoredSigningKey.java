package dev.selfsame.server.signing;

import dev.selfsame.server.vault.ServerKey;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A signing key as the database has it. Shares its array.
 *
 * @param kid thumbprint of the public key (RFC 7638), 43 characters
 * @param algorithm what it signs with
 * @param certificate DER
 * @param sealed the private key (PKCS#8), sealed; null where the key only verifies
 * @param turn 1, 2, ... in the order in which keys became the current one, 0 for one that never
 *     was; the greatest is the current one's
 * @param created when it came into the database
 * @param retired since when it verifies nothing any more; null while it does
 */
public record StoredSigningKey(
        String kid,
        SigningAlgorithm algorithm,
        byte[] certificate,
        @Nullable ServerKey sealed,
        long turn,
        Instant created,
        @Nullable Instant retired) {

    public StoredSigningKey {
        Objects.requireNonNull(kid, "kid");
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(created, "created");
        if (turn < 0) {
            throw new IllegalArgumentException("turn: " + turn + " (expected: >= 0)");
        }
    }

    /** The one of these that signs, if there is one. */
    public static Optional<StoredSigningKey> current(List<StoredSigningKey> keys) {
        return keys.stream()
                .filter(key -> key.turn() > 0 && key.retired() == null)
                .max(Comparator.comparingLong(StoredSigningKey::turn));
    }
}
