package dev.selfsame.server.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;

import java.util.Objects;

/** Signs bytes with the current key. Safe for any number of threads. */
public final class ResponseSigner {

    private final SigningKeys keys;

    public ResponseSigner(SigningKeys keys) {
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    /** The compact JWS over these bytes (RFC 7515, 7.1), the payload attached. */
    public String sign(byte[] payload) {
        return signed(payload).serialize();
    }

    /**
     * The same without the payload (RFC 7515, appendix F): header, two dots, signature. Whoever
     * verifies it needs exactly these bytes.
     */
    public String signDetached(byte[] payload) {
        return signed(payload).serialize(true);
    }

    private JWSObject signed(byte[] payload) {
        KeyRing ring = keys.recent();
        try {
            JWSObject jws = new JWSObject(ring.header(), new Payload(payload));
            jws.sign(ring.signer());
            return jws;
        } catch (JOSEException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }
}
