package dev.selfsame.server.callback;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/** Tells receivers of tenants that a session has a result. */
public final class Callbacks {

    private final CallbackStore store;
    private final CallbackSender sender;
    private final Clock clock;

    Callbacks(CallbackStore store, CallbackSender sender, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.sender = Objects.requireNonNull(sender, "sender");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Sends {@code {"sessionId":"..."}} to a receiver, at least once, in the background. Call it
     * when the result is committed, as the receiver asks for it at once. Returns when the
     * notification is kept, so that it outlives this process; each call makes one of its own.
     *
     * @param target as {@link CallbackTargets#check} gave it
     * @throws Problem of the kind {@code UNAVAILABLE} if it could not be kept
     */
    public void announce(String tenantId, UUID sessionId, URI target) {
        store.add(
                new Callback(
                        UUID.randomUUID(),
                        tenantId,
                        sessionId,
                        target,
                        0,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        sender.wake();
    }

    /**
     * Whether what is kept is being sent.
     *
     * @throws Problem of the kind {@code UNAVAILABLE} if not
     */
    public void check() {
        if (!sender.isAtWork()) {
            throw new Problem(ProblemKind.UNAVAILABLE, "call-backs wait to be sent");
        }
    }
}
