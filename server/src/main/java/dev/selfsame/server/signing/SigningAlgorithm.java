package dev.selfsame.server.signing;

import com.nimbusds.jose.JWSAlgorithm;

/** What answers can be signed with (RFC 7518, 3.1). */
public enum SigningAlgorithm {
    /** RSA PKCS#1 v1.5 with SHA-256: what clients of the contract expect. */
    RS256("SHA256withRSA", "SHA256withRSA", "RSA"),
    /** ECDSA on P-256 with SHA-256: short and fast. */
    ES256("SHA256withECDSA", "SHA256withECDSAinP1363Format", "EC");

    private final String certificateSignature;
    private final String jwsSignature;
    private final String keyType;

    SigningAlgorithm(String certificateSignature, String jwsSignature, String keyType) {
        this.certificateSignature = certificateSignature;
        this.jwsSignature = jwsSignature;
        this.keyType = keyType;
    }

    JWSAlgorithm jws() {
        return JWSAlgorithm.parse(name());
    }

    String certificateSignature() {
        return certificateSignature;
    }

    /** Java's name of the form that a JWS holds: for ECDSA both numbers, one after the other. */
    String jwsSignature() {
        return jwsSignature;
    }

    /** Java's name of the kind of key. */
    String keyType() {
        return keyType;
    }
}
