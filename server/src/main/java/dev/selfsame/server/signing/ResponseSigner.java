package dev.selfsame.server.signing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.Base64URL;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Signs bytes with the current key. Safe for any number of threads. */
public final class ResponseSigner {

    /** Some 10 MB; what is pushed out is signed again. */
    private static final int REMEMBERED = 10_000;

    private final SigningKeys keys;
    private final Cache<Signed, Base64URL> remembered =
            // why on the caller's thread: there is next to nothing to tidy up
            Caffeine.newBuilder().maximumSize(REMEMBERED).executor(Runnable::run).build();

    /** Bytes that a key has signed, by their digest. */
    private record Signed(String kid, String sha256) {}

    public ResponseSigner(SigningKeys keys) {
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    /** The compact JWS over these bytes (RFC 7515, 7.1), the payload attached. */
    public String sign(byte[] payload) {
        return signed(keys.recent(), payload).serialize();
    }

    /**
     * The same for bytes that are likely to be signed again: a signature of the current key over
     * them is remembered for a while. An RSA signature costs some milliseconds, and whoever reads a
     * hundred faces wants a hundred of them each time.
     */
    public String signOnce(byte[] payload) {
        KeyRing ring = keys.recent();
        Base64URL signature =
                remembered.get(
                        new Signed(ring.currentKid(), sha256(payload)),
                        _ -> signed(ring, payload).getSignature());
        return ring.header().toBase64URL() + "." + Base64URL.encode(payload) + "." + signature;
    }

    /**
     * As {@link #sign} without the payload (RFC 7515, appendix F): header, two dots, signature.
     * Whoever verifies it needs exactly these bytes.
     */
    public String signDetached(byte[] payload) {
        return signed(keys.recent(), payload).serialize(true);
    }

    private static JWSObject signed(KeyRing ring, byte[] payload) {
        try {
            JWSObject jws = new JWSObject(ring.header(), new Payload(payload));
            jws.sign(ring.signer());
            return jws;
        } catch (JOSEException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    private static String sha256(byte[] payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
