package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.signing.SignatureCheck;

import java.util.Objects;

/** Checks the signature of a face that comes back. */
final class FaceSignatures {

    private final SignatureCheck signatures;

    FaceSignatures(SignatureCheck signatures) {
        this.signatures = Objects.requireNonNull(signatures, "signatures");
    }

    void check(JsonForm face) {
        if (!face.get("signature").isEmpty()) {
            signatures.check("");
        }
    }
}
