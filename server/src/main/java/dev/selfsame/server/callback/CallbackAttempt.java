package dev.selfsame.server.callback;

import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditTrail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Delivers one notification that is claimed, and writes down what came of it. */
final class CallbackAttempt {

    /** The actor of what the server does by itself. */
    static final String ACTOR = "server";

    static final String GIVE_UP = "callback.give-up";

    private static final Logger LOG = LoggerFactory.getLogger(CallbackAttempt.class);

    private final CallbackStore store;
    private final HttpCourier courier;
    private final AuditTrail audit;
    private final RetryWaits waits;
    private final int maxAttempts;
    private final Clock clock;

    CallbackAttempt(
            CallbackStore store,
            HttpCourier courier,
            AuditTrail audit,
            RetryWaits waits,
            int maxAttempts,
            Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.courier = Objects.requireNonNull(courier, "courier");
        this.audit = Objects.requireNonNull(audit, "audit");
        this.waits = Objects.requireNonNull(waits, "waits");
        this.maxAttempts = maxAttempts;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** How it ended. */
    enum Outcome {
        DELIVERED,
        FAILED,
        GIVEN_UP
    }

    Outcome make(Callback claimed) {
        if (claimed.attempts() > maxAttempts) {
            // why: whoever made the last attempt ended before it could say what came of it
            return giveUp(claimed, "nothing is known of the last attempt");
        }
        return switch (courier.deliver(claimed)) {
            case Receipt.Delivered(int status) -> delivered(claimed, status);
            case Receipt.Failed(String why) when claimed.attempts() == maxAttempts ->
                    giveUp(claimed, why);
            case Receipt.Failed(String why) -> postpone(claimed, why);
        };
    }

    private Outcome delivered(Callback claimed, int status) {
        store.remove(claimed);
        LOG.info(
                "callback of session {} delivered to {}: it answered {}",
                claimed.sessionId(),
                claimed.place(),
                status);
        return Outcome.DELIVERED;
    }

    private Outcome postpone(Callback claimed, String why) {
        Duration wait = waits.after(claimed.attempts());
        Instant due = clock.instant().plus(wait).truncatedTo(ChronoUnit.MILLIS);
        store.postpone(claimed, due);
        LOG.info(
                "callback of session {} not delivered to {}: {}; attempt {} of {}, the next in {}",
                claimed.sessionId(),
                claimed.place(),
                why,
                claimed.attempts(),
                maxAttempts,
                wait);
        return Outcome.FAILED;
    }

    private Outcome giveUp(Callback claimed, String why) {
        // why first: an entry too many is better than none
        audit.record(
                claimed.tenantId(),
                ACTOR,
                GIVE_UP,
                claimed.sessionId().toString(),
                AuditOutcome.FAILED);
        store.remove(claimed);
        LOG.warn(
                "callback of session {} of tenant {} given up: {} was called {} times; {}",
                claimed.sessionId(),
                claimed.tenantId(),
                claimed.place(),
                maxAttempts,
                why);
        return Outcome.GIVEN_UP;
    }
}
