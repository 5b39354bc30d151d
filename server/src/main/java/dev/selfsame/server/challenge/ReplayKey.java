package dev.selfsame.server.challenge;

import java.util.Objects;

/**
 * A key pair on the curve P-256 that one recording is encrypted to. Shares its arrays.
 *
 * @param privateKey PKCS#8
 * @param certificate self-signed, DER
 */
public record ReplayKey(byte[] privateKey, byte[] certificate) {

    public ReplayKey {
        Objects.requireNonNull(privateKey, "privateKey");
        Objects.requireNonNull(certificate, "certificate");
    }

    /** Leaves the private key out. */
    @Override
    public String toString() {
        return "ReplayKey[" + certificate.length + "]";
    }
}
