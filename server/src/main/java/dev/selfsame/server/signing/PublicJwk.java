package dev.selfsame.server.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** The public half of a signing key as a JWK (RFC 7517), named by its thumbprint (RFC 7638). */
final class PublicJwk {

    private PublicJwk() {}

    static JWK of(SigningAlgorithm algorithm, X509Certificate certificate) {
        try {
            List<Base64> chain = List.of(Base64.encode(certificate.getEncoded()));
            return switch (algorithm) {
                case RS256 ->
                        new RSAKey.Builder((RSAPublicKey) certificate.getPublicKey())
                                .keyUse(KeyUse.SIGNATURE)
                                .algorithm(algorithm.jws())
                                .x509CertChain(chain)
                                .keyIDFromThumbprint()
                                .build();
                case ES256 ->
                        new ECKey.Builder(Curve.P_256, (ECPublicKey) certificate.getPublicKey())
                                .keyUse(KeyUse.SIGNATURE)
                                .algorithm(algorithm.jws())
                                .x509CertChain(chain)
                                .keyIDFromThumbprint()
                                .build();
            };
        } catch (JOSEException | CertificateEncodingException e) {
            throw new IllegalStateException("the signing key cannot be used", e);
        }
    }
}
