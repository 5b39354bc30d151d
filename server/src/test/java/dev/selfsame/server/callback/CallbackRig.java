package dev.selfsame.server.callback;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditQuery;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.trace.Traces;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import javax.net.ssl.SSLContext;

/** All that one process has of call-backs, on a database of the test. */
final class CallbackRig implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;
    private final CallbackSender sender;
    private final Callbacks callbacks;
    private final AuditTrail audit;
    private final ManualClock clock;

    CallbackRig(Database database, CallbackOptions options, ManualClock clock) {
        this(database, options, clock, Traces.none());
    }

    CallbackRig(Database database, CallbackOptions options, ManualClock clock, Traces traces) {
        this.database = database;
        this.clock = clock;
        audit = new AuditTrail(database.audit(), clock);
        try {
            HttpCourier courier =
                    new HttpCourier(options, NameService.SYSTEM, SSLContext.getDefault(), clock);
            RetryWaits waits =
                    new RetryWaits(options.firstWait(), options.longestWait(), new Random(1));
            CallbackStore store = database.callbacks();
            CallbackAttempt attempt =
                    new CallbackAttempt(store, courier, audit, waits, options.attempts(), clock);
            sender =
                    new CallbackSender(
                            store,
                            courier,
                            attempt,
                            options,
                            clock,
                            new SimpleMeterRegistry(),
                            traces);
            callbacks = new Callbacks(store, sender, clock);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID announce(String tenantId, URI target) {
        UUID session = UUID.randomUUID();
        callbacks.announce(tenantId, session, target);
        return session;
    }

    void start() {
        sender.start();
    }

    /** Starts what is due, without waiting for its end. */
    void begin() {
        sender.round();
    }

    /** Starts what is due until nothing is due any more, and waits for its end. */
    void round() {
        do {
            sender.round();
            awaitIdle();
        } while (!store().tenantsWithDue(clock.instant()).isEmpty());
    }

    void awaitIdle() {
        try {
            if (!sender.awaitIdle(PATIENCE)) {
                throw new AssertionError("it does not come to an end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    CallbackStore store() {
        return database.callbacks();
    }

    List<AuditEntry> audit(String tenantId) {
        return audit.list(new AuditQuery(tenantId, null, 100));
    }

    @Override
    public void close() {
        sender.close();
    }
}
