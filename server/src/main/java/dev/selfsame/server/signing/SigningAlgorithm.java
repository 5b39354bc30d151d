package dev.selfsame.server.signing;

import com.nimbusds.jose.JWSAlgorithm;

/** What answers can be signed with (RFC 7518, 3.1). */
public enum SigningAlgorithm {
    /** RSA PKCS#1 v1.5 with SHA-256: what clients of the contract expect. */
    RS256("SHA256withRSA"),
    /** ECDSA on P-256 with SHA-256: short and fast. */
    ES256("SHA256withECDSA");

    private final String certificateSignature;

    SigningAlgorithm(String certificateSignature) {
        this.certificateSignature = certificateSignature;
    }

    JWSAlgorithm jws() {
        return JWSAlgorithm.parse(name());
    }

    String certificateSignature() {
        return certificateSignature;
    }
}
