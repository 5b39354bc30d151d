package dev.selfsame.server.signing;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.vault.BrokenSealException;
import dev.selfsame.server.vault.UnusableMasterKeyException;
import dev.selfsame.server.vault.Vault;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys of all servers on one database, followed while this one runs: what signs is at most a
 * second behind a rotation, what is published not at all. While the database does not answer, the
 * last known keys serve. Safe for any number of threads.
 */
public final class SigningKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    /** So long signers trust what they know, so that not every answer asks the database. */
    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private final SigningKeyStore store;
    private final Vault vault;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicLong looks = new AtomicLong();
    private volatile KeyRing ring;
    private volatile Instant looked;
    private volatile String unopened = "";

    /**
     * Reads the keys.
     *
     * @throws IllegalStateException if there is none yet
     * @throws UnusableMasterKeyException if the current one cannot be opened
     */
    public SigningKeys(SigningKeyStore store, Vault vault, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.vault = Objects.requireNonNull(vault, "vault");
        this.clock = Objects.requireNonNull(clock, "clock");
        looked = clock.instant();
        ring = KeyRing.open(store.list(), vault);
    }

    /** Every key that verifies, the current one first. */
    public List<VerifyingKey> verifying() {
        return latest().verifying();
    }

    /** The same as a JWK set in JSON. */
    public String jwks() {
        return latest().jwks();
    }

    /** The current key's certificate as PEM. */
    public String certificatePem() {
        KeyRing latest = latest();
        return Objects.requireNonNull(latest.certificatesByKid().get(latest.currentKid()));
    }

    /** The certificate of a key that verifies. */
    public Optional<String> certificatePem(String kid) {
        return Optional.ofNullable(latest().certificatesByKid().get(kid));
    }

    /** The keys as they were a moment ago, for signing. */
    KeyRing recent() {
        // why abs: a clock that was set back must not stop the looking
        boolean stale = Duration.between(looked, clock.instant()).abs().compareTo(TRUSTED) >= 0;
        if (stale && looking.tryLock()) {
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
        return ring;
    }

    private KeyRing latest() {
        long before = looks.get();
        looking.lock();
        try {
            // why: of many who wait one looks for all, so that a slow database holds up nobody
            // twice
            if (looks.get() == before) {
                look();
            }
        } finally {
            looking.unlock();
        }
        return ring;
    }

    private void look() {
        // why before it reads: what is read after somebody has asked is new enough for them
        looks.incrementAndGet();
        looked = clock.instant();
        KeyRing before = ring;
        KeyRing now = read(before);
        if (now != null) {
            ring = now;
            if (!now.currentKid().equals(before.currentKid())) {
                LOG.info("answers are signed with the key {} from now on", now.currentKid());
            }
        }
    }

    private @Nullable KeyRing read(KeyRing before) {
        List<StoredSigningKey> stored;
        try {
            stored = store.list();
        } catch (Problem _) {
            // why without a line: the store has logged it, and the keys are good until it is back
            return null;
        }
        String stamp = KeyRing.stamp(stored);
        try {
            return stamp.equals(before.stamp()) ? null : KeyRing.open(stored, vault);
        } catch (UnusableMasterKeyException | BrokenSealException e) {
            // why once: anybody can make the server look, by asking for its key set
            if (!stamp.equals(unopened)) {
                LOG.warn(
                        "the new signing key cannot be opened, the old one stays: {}",
                        e.getMessage());
            }
            unopened = stamp;
            return null;
        }
    }
}
