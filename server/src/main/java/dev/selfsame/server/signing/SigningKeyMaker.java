package dev.selfsame.server.signing;

import org.bouncycastle.asn1.x509.KeyUsage;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/** Makes a new key pair with a self-signed certificate (RFC 5280). */
final class SigningKeyMaker {

    // why so long: clients pin it; a new one is made by a command, not by a calendar
    private static final Duration VALIDITY = Duration.ofDays(3650);
    private static final String NAME = "CN=Selfsame response signing";

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    SigningKeyMaker(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    SigningKey make(SigningOptions options) {
        try {
            KeyPair pair = keyPair(options);
            return new SigningKey(
                    options.algorithm(),
                    pair.getPrivate(),
                    SelfSigned.of(
                            pair,
                            NAME,
                            clock.instant(),
                            VALIDITY,
                            KeyUsage.digitalSignature,
                            options.algorithm().certificateSignature()));
        } catch (GeneralSecurityException e) {
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
}
