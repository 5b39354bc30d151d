package dev.selfsame.server.signing;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;

/** Makes a new key pair with a self-signed certificate (RFC 5280). */
final class SigningKeyMaker {

    // why so long: clients pin it; a new one is made by a command, not by a calendar
    private static final Duration VALIDITY = Duration.ofDays(3650);
    private static final X500Name NAME = new X500Name("CN=Selfsame response signing");
    private static final int SERIAL_BITS = 120;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    SigningKeyMaker(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    SigningKey make(SigningOptions options) {
        try {
            KeyPair pair = keyPair(options);
            return new SigningKey(
                    options.algorithm(), pair.getPrivate(), certificate(pair, options.algorithm()));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("this Java platform cannot make a signing key", e);
        }
    }

    private KeyPair keyPair(SigningOptions options) throws GeneralSecurityException {
        return switch (options.algorithm()) {
            case RS256 -> {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(options.rsaBits(), random);
                yield generator.generateKeyPair();
            }
            case ES256 -> {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"), random);
                yield generator.generateKeyPair();
            }
        };
    }

    private X509Certificate certificate(KeyPair pair, SigningAlgorithm algorithm)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        Instant now = clock.instant();
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        NAME,
                        new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS),
                        Date.from(now),
                        Date.from(now.plus(VALIDITY)),
                        NAME,
                        pair.getPublic());
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        ContentSigner signer =
                new JcaContentSignerBuilder(algorithm.certificateSignature())
                        .build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }
}
