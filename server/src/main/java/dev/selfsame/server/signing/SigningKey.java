package dev.selfsame.server.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Objects;

/**
 * A private key and the certificate of its public one.
 *
 * @param algorithm what it signs with
 * @param privateKey leaves this process only sealed
 * @param certificate self-signed; pins the public key for those who verify
 */
public record SigningKey(
        SigningAlgorithm algorithm, PrivateKey privateKey, X509Certificate certificate) {

    public SigningKey {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(privateKey, "privateKey");
        Objects.requireNonNull(certificate, "certificate");
    }

    /** Names it: the thumbprint of the public key (RFC 7638). */
    public String kid() {
        return PublicJwk.of(algorithm, certificate).getKeyID();
    }

    /** Leaves the private key out. */
    @Override
    public String toString() {
        return "SigningKey[" + algorithm + ", " + certificate.getSerialNumber() + "]";
    }
}
