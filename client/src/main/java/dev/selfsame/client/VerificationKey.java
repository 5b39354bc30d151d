package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Objects;

/**
 * A public key of the server (RFC 7517, RFC 7518). The key says the algorithm, so that no header
 * can choose another: RS256 with 2048 bits or more, ES256 on P-256.
 *
 * @param algorithm in the words of JOSE
 * @param jcaAlgorithm in the words of the JDK
 * @param key the key
 */
record VerificationKey(String algorithm, String jcaAlgorithm, PublicKey key) {

    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 16_384;

    VerificationKey {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(jcaAlgorithm, "jcaAlgorithm");
        Objects.requireNonNull(key, "key");
    }

    /** Reads a JWK; null if it is none of those that are used here. */
    static @Nullable VerificationKey of(JsonNode jwk) {
        VerificationKey key =
                switch (text(jwk, "kty")) {
                    case "RSA" -> rsa(number(jwk, "n"), number(jwk, "e"));
                    case "EC" -> ec(jwk);
                    default -> null;
                };
        String use = text(jwk, "use");
        String algorithm = text(jwk, "alg");
        boolean fits =
                key != null
                        && (use.isEmpty() || use.equals("sig"))
                        && (algorithm.isEmpty() || algorithm.equals(key.algorithm()));
        return fits ? key : null;
    }

    /** Whether this key's owner signed these bytes. */
    boolean verifies(byte[] input, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(jcaAlgorithm);
            verifier.initVerify(key);
            verifier.update(input);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // why: signatures of a wrong length or form are reported so, and are as wrong as others
            return false;
        }
    }

    private static @Nullable VerificationKey rsa(@Nullable BigInteger n, @Nullable BigInteger e) {
        if (n == null
                || e == null
                || n.bitLength() < LEAST_RSA_BITS
                || n.bitLength() > MOST_RSA_BITS) {
            return null;
        }
        try {
            PublicKey key =
                    KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, e));
            return new VerificationKey("RS256", "SHA256withRSA", key);
        } catch (GeneralSecurityException failure) {
            return null;
        }
    }

    private static @Nullable VerificationKey ec(JsonNode jwk) {
        BigInteger x = number(jwk, "x");
        BigInteger y = number(jwk, "y");
        if (!text(jwk, "crv").equals("P-256") || x == null || y == null) {
            return null;
        }
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
            if (!isOn(curve, x, y)) {
                return null;
            }
            PublicKey key =
                    KeyFactory.getInstance("EC")
                            .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
            return new VerificationKey("ES256", "SHA256withECDSAinP1363Format", key);
        } catch (GeneralSecurityException failure) {
            return null;
        }
    }

    /** Whether a point is on the curve (SEC 1, 3.2.2.1), which the JDK does not promise to see. */
    private static boolean isOn(ECParameterSpec curve, BigInteger x, BigInteger y) {
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger right = x.pow(3).add(curve.getCurve().getA().multiply(x));
        return x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.pow(2).subtract(right).subtract(curve.getCurve().getB()).mod(p).signum() == 0;
    }

    private static @Nullable BigInteger number(JsonNode jwk, String name) {
        byte[] bytes = CompactJws.decode(text(jwk, name));
        boolean usable =
                bytes != null && bytes.length > 0 && bytes.length <= MOST_RSA_BITS / Byte.SIZE;
        return usable ? new BigInteger(1, bytes) : null;
    }

    private static String text(JsonNode jwk, String name) {
        JsonNode value = jwk.get(name);
        return value != null && value.isString() ? value.stringValue() : "";
    }
}
