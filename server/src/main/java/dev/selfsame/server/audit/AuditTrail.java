package dev.selfsame.server.audit;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes down what was done, before whoever did it hears that it was done. */
public final class AuditTrail {

    private final AuditStore store;
    private final Clock clock;

    public AuditTrail(AuditStore store, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Adds an entry, now.
     *
     * @throws IllegalArgumentException if a value is not as {@link AuditEntry} wants it
     */
    public void record(
            String tenantId, String actor, String action, String subject, AuditOutcome outcome) {
        store.add(
                new AuditEntry(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        tenantId,
                        actor,
                        action,
                        subject,
                        outcome));
    }

    /** The latest entries that fit, in the order in which they were added. */
    public List<AuditEntry> list(AuditQuery query) {
        return store.list(query);
    }

    /** The end of the chain of hashes; empty if somebody deleted the store's note of it. */
    public Optional<AuditHead> head() {
        return store.head();
    }

    /**
     * Checks the chain.
     *
     * @see AuditCheck#run
     */
    public AuditReport check(AuditHead start, @Nullable AuditHead known) {
        return AuditCheck.run(store, start, known);
    }
}
