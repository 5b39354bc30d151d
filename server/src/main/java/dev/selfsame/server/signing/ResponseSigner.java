package dev.selfsame.server.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;

import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Objects;

/** Signs bytes and publishes what it takes to verify them. Safe for any number of threads. */
public final class ResponseSigner {

    private final JWSSigner signer;
    private final JWSHeader header;
    private final String jwks;
    private final String certificatePem;

    public ResponseSigner(SigningKey key) {
        Objects.requireNonNull(key, "key");
        try {
            byte[] der = key.certificate().getEncoded();
            JWK jwk = jwk(key, List.of(Base64.encode(der)));
            signer = signer(key);
            header = new JWSHeader.Builder(key.algorithm().jws()).keyID(jwk.getKeyID()).build();
            jwks = new JWKSet(jwk).toString();
            certificatePem = Pem.encode(der, "CERTIFICATE");
        } catch (JOSEException | CertificateEncodingException e) {
            throw new IllegalStateException("the signing key cannot be used", e);
        }
    }

    /** The compact JWS over these bytes, the payload attached. */
    public String sign(byte[] payload) {
        try {
            JWSObject jws = new JWSObject(header, new Payload(payload));
            jws.sign(signer);
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    /** The public key as a JWK set in JSON. */
    public String jwks() {
        return jwks;
    }

    /** The certificate as PEM. */
    public String certificatePem() {
        return certificatePem;
    }

    private static JWSSigner signer(SigningKey key) throws JOSEException {
        PrivateKey privateKey = key.privateKey();
        return switch (key.algorithm()) {
            case RS256 -> new RSASSASigner(privateKey);
            case ES256 -> new ECDSASigner(privateKey, Curve.P_256);
        };
    }

    private static JWK jwk(SigningKey key, List<Base64> chain) throws JOSEException {
        return switch (key.algorithm()) {
            case RS256 ->
                    new RSAKey.Builder((RSAPublicKey) key.certificate().getPublicKey())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(key.algorithm().jws())
                            .x509CertChain(chain)
                            .keyIDFromThumbprint()
                            .build();
            case ES256 ->
                    new ECKey.Builder(Curve.P_256, (ECPublicKey) key.certificate().getPublicKey())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(key.algorithm().jws())
                            .x509CertChain(chain)
                            .keyIDFromThumbprint()
                            .build();
        };
    }
}
