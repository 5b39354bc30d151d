package dev.selfsame.server.challenge;

import dev.selfsame.server.signing.SelfSigned;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * Makes the key that a recording is encrypted to. Each challenge has its own: what was encrypted
 * for one opens in no other, and nobody can open it when its session is over.
 */
final class ReplayKeys {

    private static final String NAME = "CN=Selfsame liveness recording";
    private static final Duration LONGEST_SESSION = Duration.ofDays(8);

    private final SecureRandom random;
    private final Clock clock;

    ReplayKeys(SecureRandom random, Clock clock) {
        this.random = Objects.requireNonNull(random, "random");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * A key and a random of a new challenge.
     *
     * @param id by which the one who asks knows it
     */
    ReplayTerms terms(String id, boolean imageRetrievalDisabled) {
        byte[] serverRandom = new byte[ReplayTerms.RANDOM_BYTES];
        random.nextBytes(serverRandom);
        return new ReplayTerms(id, serverRandom, imageRetrievalDisabled, key());
    }

    private ReplayKey key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            byte[] certificate =
                    SelfSigned.forKeyAgreement(pair, NAME, clock.instant(), LONGEST_SESSION)
                            .getEncoded();
            return new ReplayKey(pair.getPrivate().getEncoded(), certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform cannot make a key", e);
        }
    }
}
