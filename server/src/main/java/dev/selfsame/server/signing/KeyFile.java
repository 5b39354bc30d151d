package dev.selfsame.server.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys that verify, from the bytes of a file: a JWK set (RFC 7517, 5) or certificates (X.509, as
 * PEM or DER). Keys that cannot verify RS256 or ES256 are overlooked; who made a certificate and
 * until when it is valid is not looked at, as whoever names the file trusts it.
 */
public final class KeyFile {

    /** Longest file in bytes. */
    public static final int MOST_BYTES = 1024 * 1024;

    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 16_384;
    private static final int MOST_EXPONENT_BITS = 64;

    private KeyFile() {}

    /**
     * The keys of a JWK set.
     *
     * @throws IllegalArgumentException if it is none, or holds no key that verifies
     */
    public static List<VerifyingKey> jwks(byte[] file) {
        List<VerifyingKey> keys = new ArrayList<>();
        try {
            for (JWK jwk : JWKSet.parse(StrictUtf8.text(checked(file))).getKeys()) {
                if (jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE)) {
                    add(keys, jwk);
                }
            }
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("it is no JWK set", e);
        }
        return nonEmpty(keys);
    }

    /**
     * The keys of certificates.
     *
     * @throws IllegalArgumentException if there is none, or none of a key that verifies
     */
    public static List<VerifyingKey> certificates(byte[] file) {
        List<VerifyingKey> keys = new ArrayList<>();
        try {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(checked(file)))) {
                add(keys, certificate.getPublicKey());
            }
        } catch (CertificateException | JOSEException e) {
            throw new IllegalArgumentException("it is no certificate", e);
        }
        return nonEmpty(keys);
    }

    /**
     * The keys of a database that are not retired.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static List<VerifyingKey> stored(List<StoredSigningKey> stored) {
        List<VerifyingKey> keys = new ArrayList<>();
        for (StoredSigningKey key : stored) {
            if (key.retired() == null) {
                keys.addAll(certificates(key.certificate()));
            }
        }
        return nonEmpty(keys);
    }

    private static void add(List<VerifyingKey> keys, JWK jwk) throws JOSEException {
        PublicKey key =
                switch (jwk) {
                    case RSAKey rsa -> rsa.toRSAPublicKey();
                    case ECKey ec when ec.getCurve().equals(Curve.P_256) -> ec.toECPublicKey();
                    default -> null;
                };
        if (key == null) {
            return;
        }
        int before = keys.size();
        add(keys, key);
        String kid = jwk.getKeyID();
        if (keys.size() > before) {
            VerifyingKey added = keys.removeLast();
            boolean otherAlgorithm =
                    jwk.getAlgorithm() != null
                            && !jwk.getAlgorithm().equals(added.algorithm().jws());
            if (!otherAlgorithm) {
                keys.add(kid == null ? added : new VerifyingKey(kid, added.algorithm(), key));
            }
        }
    }

    private static void add(List<VerifyingKey> keys, PublicKey key) throws JOSEException {
        switch (key) {
            case RSAPublicKey rsa when usable(rsa) ->
                    keys.add(
                            new VerifyingKey(
                                    new RSAKey.Builder(rsa).build().computeThumbprint().toString(),
                                    SigningAlgorithm.RS256,
                                    rsa));
            case ECPublicKey ec when Curve.P_256.equals(Curve.forECParameterSpec(ec.getParams())) ->
                    keys.add(
                            new VerifyingKey(
                                    new ECKey.Builder(Curve.P_256, ec)
                                            .build()
                                            .computeThumbprint()
                                            .toString(),
                                    SigningAlgorithm.ES256,
                                    ec));
            default -> {
                // why nothing: keys for other uses may stand in the same file
            }
        }
    }

    // why bounds: a file may be made so that one verification takes minutes
    private static boolean usable(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        return bits >= LEAST_RSA_BITS
                && bits <= MOST_RSA_BITS
                && key.getPublicExponent().bitLength() <= MOST_EXPONENT_BITS;
    }

    private static byte[] checked(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new IllegalArgumentException("it is longer than 1 MiB");
        }
        return file;
    }

    private static List<VerifyingKey> nonEmpty(List<VerifyingKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "it holds no key that verifies RS256 (2048 bits or more) or ES256");
        }
        return List.copyOf(keys);
    }
}
