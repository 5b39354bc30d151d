package dev.selfsame.server.signing;

import com.nimbusds.jose.JWSAlgorithm;

/** What answers can be signed with (RFC 7518, 3.1). */
public enum SigningAlgorithm {
    /** RSA PKCS#1 v1.5 with SHA-256: what clients of the contract expect. */
    RS256(JWSAlgorithm.RS256, "SHA256withRSA"),
    /** ECDSA on P-256 with SHA-256: short and fast. */
    ES256(JWSAlgorithm.ES256, "SHA256withECDSA");

    private final JWSAlgorithm jws;
    private final String certificateSignature;

    SigningAlgorithm(JWSAlgorithm jws, String certificateSignature) {
        this.jws = jws;
        this.certificateSignature = certificateSignature;
    }

    JWSAlgorithm jws() {
        return jws;
    }

    String certificateSignature() {
        return certificateSignature;
    }
}
