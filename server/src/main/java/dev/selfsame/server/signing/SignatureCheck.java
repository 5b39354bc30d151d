package dev.selfsame.server.signing;

import dev.selfsame.server.signing.SignatureOutcome.Reason;
import dev.selfsame.server.signing.SignatureOutcome.Refused;
import dev.selfsame.server.signing.SignatureOutcome.Valid;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Verifies a JWS with keys that are known beforehand (RFC 7515, 5.2). The key is chosen by {@code
 * kid}, and its own algorithm must be the header's (RFC 8725, 3.1), so that neither "none" nor a
 * public key taken for a secret gets anywhere. Without a {@code kid} every key of the algorithm is
 * tried. Safe for any number of threads.
 */
public final class SignatureCheck {

    private static final Refused NO_JWS = new Refused(Reason.NOT_A_JWS, "it is not a JWS");

    private final Supplier<List<VerifyingKey>> keys;

    private SignatureCheck(Supplier<List<VerifyingKey>> keys) {
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    /** A check with the keys of a server, as they are whenever it checks. */
    public static SignatureCheck of(SigningKeys keys) {
        return new SignatureCheck(keys::verifying);
    }

    /** A check with these keys. */
    public static SignatureCheck of(List<VerifyingKey> keys) {
        List<VerifyingKey> fixed = List.copyOf(keys);
        return new SignatureCheck(() -> fixed);
    }

    /**
     * Checks a JWS that holds its payload.
     *
     * @param jws in compact form, from anywhere, up to 96 Mi characters
     */
    public SignatureOutcome check(String jws) {
        try {
            CompactJws parsed = CompactJws.parse(jws);
            if (parsed.encodedPayload().isEmpty()) {
                return new Refused(Reason.NOT_A_JWS, "it is detached, and holds no payload");
            }
            return verify(parsed, parsed.encodedPayload(), parsed.payload());
        } catch (IllegalArgumentException e) {
            return notAJws(e);
        }
    }

    /**
     * Checks a JWS whose payload came another way (RFC 7515, appendix F).
     *
     * @param jws in compact form with nothing between its dots
     * @param payload the bytes that should have been signed
     */
    public SignatureOutcome checkDetached(String jws, byte[] payload) {
        try {
            CompactJws parsed = CompactJws.parse(jws);
            if (!parsed.encodedPayload().isEmpty()) {
                return new Refused(Reason.NOT_A_JWS, "it is not detached");
            }
            String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(payload);
            return verify(parsed, encoded, payload);
        } catch (IllegalArgumentException e) {
            return notAJws(e);
        }
    }

    private SignatureOutcome verify(CompactJws jws, String encodedPayload, byte[] payload) {
        List<VerifyingKey> candidates =
                keys.get().stream()
                        .filter(key -> jws.kid() == null || key.kid().equals(jws.kid()))
                        .toList();
        if (candidates.isEmpty()) {
            return new Refused(Reason.UNKNOWN_KEY, "no known key has its kid");
        }
        List<VerifyingKey> fitting =
                candidates.stream().filter(key -> key.algorithm() == jws.algorithm()).toList();
        if (fitting.isEmpty()) {
            return new Refused(Reason.UNKNOWN_KEY, "the key of its kid has another algorithm");
        }
        byte[] input =
                (jws.encodedHeader() + '.' + encodedPayload).getBytes(StandardCharsets.US_ASCII);
        for (VerifyingKey key : fitting) {
            if (signed(key, input, jws.signature())) {
                return new Valid(payload, key.kid());
            }
        }
        return new Refused(
                Reason.ALTERED,
                jws.kid() == null
                        ? "no known key made this signature over these bytes"
                        : "the key of its kid did not make this signature over these bytes");
    }

    private static boolean signed(VerifyingKey key, byte[] input, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(key.algorithm().jwsSignature());
            verifier.initVerify(key.publicKey());
            verifier.update(input);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // why: a signature of the wrong length is an exception to some providers
            return false;
        }
    }

    private static Refused notAJws(IllegalArgumentException why) {
        return new Refused(NO_JWS.reason(), NO_JWS.sentence() + ": " + why.getMessage());
    }
}
