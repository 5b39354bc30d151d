package dev.selfsame.server.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

import dev.selfsame.server.vault.ServerKey;
import dev.selfsame.server.vault.Vault;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The keys as they are at one time: the current one, which signs, and all that verify. Never
 * changes; safe for any number of threads.
 *
 * @param stamp tells whether stored keys are these still
 * @param currentKid the key that signs
 * @param signer signs with it
 * @param header of each signature
 * @param verifying the current key first, then the others, the newest first
 * @param jwks the same as a JWK set in JSON
 * @param certificatesByKid the same as PEM
 */
record KeyRing(
        String stamp,
        String currentKid,
        JWSSigner signer,
        JWSHeader header,
        List<VerifyingKey> verifying,
        String jwks,
        Map<String, String> certificatesByKid) {

    /**
     * Opens the current key of these.
     *
     * @throws IllegalStateException if none is the current one, or one is not what its name says
     */
    static KeyRing open(List<StoredSigningKey> stored, Vault vault) {
        StoredSigningKey current =
                StoredSigningKey.current(stored)
                        .orElseThrow(() -> new IllegalStateException("there is no signing key"));
        List<JWK> jwks = new ArrayList<>();
        List<VerifyingKey> verifying = new ArrayList<>();
        Map<String, String> certificates = new LinkedHashMap<>();
        try {
            for (StoredSigningKey key : inOrder(stored)) {
                X509Certificate certificate = certificate(key);
                JWK jwk = PublicJwk.of(key.algorithm(), certificate);
                if (!jwk.getKeyID().equals(key.kid())) {
                    throw new IllegalStateException("a signing key's certificate is another's");
                }
                jwks.add(jwk);
                verifying.add(
                        new VerifyingKey(key.kid(), key.algorithm(), certificate.getPublicKey()));
                certificates.put(key.kid(), Pem.encode(key.certificate(), "CERTIFICATE"));
            }
            return new KeyRing(
                    stamp(stored),
                    current.kid(),
                    signer(current.algorithm(), privateKey(current, vault)),
                    new JWSHeader.Builder(current.algorithm().jws()).keyID(current.kid()).build(),
                    List.copyOf(verifying),
                    new JWKSet(jwks).toString(),
                    certificates);
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException("the signing key cannot be used", e);
        }
    }

    static String stamp(List<StoredSigningKey> stored) {
        return stored.stream()
                .map(key -> key.kid() + ' ' + key.turn() + ' ' + (key.retired() != null))
                .collect(Collectors.joining("\n"));
    }

    private static List<StoredSigningKey> inOrder(List<StoredSigningKey> stored) {
        return stored.stream()
                .filter(key -> key.retired() == null)
                .sorted(
                        Comparator.comparingLong(StoredSigningKey::turn)
                                .thenComparing(StoredSigningKey::created)
                                .reversed())
                .toList();
    }

    private static X509Certificate certificate(StoredSigningKey key)
            throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(key.certificate()));
    }

    private static PrivateKey privateKey(StoredSigningKey key, Vault vault)
            throws GeneralSecurityException {
        ServerKey sealed = Objects.requireNonNull(key.sealed(), "the current key's private part");
        byte[] der = vault.openKey(sealed);
        try {
            return KeyFactory.getInstance(key.algorithm().keyType())
                    .generatePrivate(new PKCS8EncodedKeySpec(der));
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    private static JWSSigner signer(SigningAlgorithm algorithm, PrivateKey key)
            throws JOSEException {
        return switch (algorithm) {
            case RS256 -> new RSASSASigner(key);
            case ES256 -> new ECDSASigner(key, Curve.P_256);
        };
    }
}
