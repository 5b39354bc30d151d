package dev.selfsame.server.challenge;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;

/**
 * What a recording is sent in: a compact JWE (RFC 7516) to the certificate of its challenge, {@code
 * ECDH-ES} and {@code A256GCM}, not compressed. Whatever else a header says is not done.
 */
final class RecordingEnvelope {

    private RecordingEnvelope() {}

    /**
     * Opens one.
     *
     * @return what was encrypted
     * @throws Problem {@code INVALID_REQUEST} if it is none, or was made for another challenge
     */
    static byte[] open(String compact, ReplayKey key) {
        JWEObject envelope = parsed(compact.strip());
        check(envelope);
        ECPrivateKey privateKey = privateKey(key);
        try {
            envelope.decrypt(new ECDHDecrypter(privateKey));
            return envelope.getPayload().toBytes();
        } catch (JOSEException e) {
            // why not its words: they would help to find out about the key
            throw invalid("the recording does not open; encrypt it to the session's certificate");
        }
    }

    private static JWEObject parsed(String compact) {
        try {
            return JWEObject.parse(compact);
        } catch (ParseException | RuntimeException e) {
            // why all: for some headers of other kinds the library has no exception of its own
            throw invalid("the recording is no compact JWE");
        }
    }

    private static void check(JWEObject envelope) {
        JWEHeader header = envelope.getHeader();
        boolean known =
                JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
                        && EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                        && header.getEphemeralPublicKey() instanceof ECKey
                        && envelope.getEncryptedKey() == null;
        // why none: a few bytes could stand for gigabytes
        if (!known || header.getCompressionAlgorithm() != null) {
            throw invalid("the recording's header: expected ECDH-ES and A256GCM, not compressed");
        }
    }

    private static ECPrivateKey privateKey(ReplayKey key) {
        try {
            return (ECPrivateKey)
                    KeyFactory.getInstance("EC")
                            .generatePrivate(new PKCS8EncodedKeySpec(key.privateKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of a challenge cannot be read", e);
        }
    }

    private static Problem invalid(String message) {
        return new Problem(ProblemKind.INVALID_REQUEST, message);
    }
}
