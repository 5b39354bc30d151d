package dev.selfsame.server.signing;

import dev.selfsame.server.vault.ServerKey;
import dev.selfsame.server.vault.Vault;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes, replaces and ends signing keys, whichever processes do so at once. */
public final class SigningKeyRotation {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeyRotation.class);
    private static final int ATTEMPTS = 10;

    private final SigningKeyStore store;
    private final Vault vault;
    private final Clock clock;
    private final SigningKeyMaker maker;

    public SigningKeyRotation(SigningKeyStore store, Vault vault, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.vault = Objects.requireNonNull(vault, "vault");
        this.clock = Objects.requireNonNull(clock, "clock");
        maker = new SigningKeyMaker(clock);
    }

    /**
     * Makes sure that the current key is of this algorithm: takes the newest that can still sign,
     * or makes one.
     */
    public void ensureCurrent(SigningOptions options) {
        for (int i = 0; i < ATTEMPTS; i++) {
            List<StoredSigningKey> stored = store.list();
            Optional<StoredSigningKey> current = StoredSigningKey.current(stored);
            if (current.isPresent() && current.get().algorithm() == options.algorithm()) {
                return;
            }
            long turn = current.map(StoredSigningKey::turn).orElse(0L) + 1;
            Optional<StoredSigningKey> ready = ableToSign(stored, options.algorithm());
            boolean done =
                    ready.isPresent()
                            ? store.promote(ready.get().kid(), turn)
                            : store.add(sealed(maker.make(options), turn));
            if (done) {
                LOG.info("a key of {} is the current signing key now", options.algorithm());
            }
            // why again even then: other servers may be set otherwise, and this one must not trust
            // that its own choice is the one that stands
        }
        throw new IllegalStateException(
                "servers on one database are set to different selfsame.signing.algorithm");
    }

    /**
     * Keeps the key of a former version's file, so that what it signed stays verifiable. A key that
     * is there already, be it retired, is left as it is.
     */
    void takeOver(SigningKey key) {
        String kid = key.kid();
        List<StoredSigningKey> stored = store.list();
        if (stored.stream().anyMatch(it -> it.kid().equals(kid))) {
            return;
        }
        // why: one key of an algorithm that can sign is enough; the others can only leak
        boolean verifiesOnly = ableToSign(stored, key.algorithm()).isPresent();
        if (store.add(verifiesOnly ? stored(key, null, 0) : sealed(key, 0))) {
            LOG.info(
                    "the signing key {} was taken over from its file into the database; once the"
                            + " database and the master key are backed up, delete the file",
                    kid);
        }
    }

    /**
     * Makes a new key the current one. The others verify until they are retired, and those of its
     * algorithm can sign no more.
     *
     * @return its kid; empty, with nothing changed, if another process was faster
     */
    public Optional<String> rotate(SigningOptions options) {
        long turn =
                StoredSigningKey.current(store.list()).map(StoredSigningKey::turn).orElse(0L) + 1;
        StoredSigningKey key = sealed(maker.make(options), turn);
        return store.rotate(key) ? Optional.of(key.kid()) : Optional.empty();
    }

    /**
     * Ends a key: what it signed is not verified by this server any more.
     *
     * @return false if there is none of this kid that is not retired, or it is the current one
     */
    public boolean retire(String kid) {
        return store.retire(kid, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Optional<StoredSigningKey> ableToSign(
            List<StoredSigningKey> stored, SigningAlgorithm algorithm) {
        return stored.stream()
                .filter(key -> key.algorithm() == algorithm && key.sealed() != null)
                .max(Comparator.comparing(StoredSigningKey::created));
    }

    private StoredSigningKey sealed(SigningKey key, long turn) {
        byte[] der = key.privateKey().getEncoded();
        ServerKey sealed = vault.sealKey(key.kid(), der);
        Arrays.fill(der, (byte) 0);
        return stored(key, sealed, turn);
    }

    private StoredSigningKey stored(SigningKey key, @Nullable ServerKey sealed, long turn) {
        try {
            return new StoredSigningKey(
                    key.kid(),
                    key.algorithm(),
                    key.certificate().getEncoded(),
                    sealed,
                    turn,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    null);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was made cannot be written", e);
        }
    }
}
