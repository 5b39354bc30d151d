package dev.selfsame.server.challenge;

import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessions;
import dev.selfsame.server.biosession.NewSession;
import dev.selfsame.server.challenge.ChallengeStore.Saving;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes challenges and says what came of them. A challenge of another tenant is as unknown as one
 * that never was. Safe for any number of threads.
 */
public final class Challenges {

    private static final Duration FULL_RETRY = Duration.ofSeconds(5);

    private final BioSessions sessions;
    private final ChallengeStore store;
    private final ResultWaits waits;
    private final Clock clock;

    Challenges(BioSessions sessions, ChallengeStore store, ResultWaits waits, Clock clock) {
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.store = Objects.requireNonNull(store, "store");
        this.waits = Objects.requireNonNull(waits, "waits");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Opens a session and asks for a live capture in it.
     *
     * @throws Problem as {@link BioSessions#open} does
     */
    public Challenge openCapture(String tenantId, NewSession wanted, ChallengeTerms terms) {
        BioSession session = sessions.open(tenantId, wanted);
        Challenge challenge = first(session, UUID.randomUUID(), terms, null);
        boolean kept = false;
        try {
            keep(challenge);
            kept = true;
        } finally {
            if (!kept) {
                sessions.delete(tenantId, session.id());
            }
        }
        return challenge;
    }

    /**
     * Asks for a recording in a session, instead of one that was asked for before.
     *
     * @throws Problem {@code NOT_FOUND}; {@code CONFLICT} while a recording is judged; {@code
     *     BUSY}, {@code UNAVAILABLE}
     */
    public Challenge initReplay(
            String tenantId, UUID sessionId, ChallengeTerms terms, ReplayTerms replay) {
        BioSession session = sessions.find(tenantId, sessionId);
        Optional<Challenge> before = store.find(sessionId, ChallengeKind.REPLAY);
        if (before.isPresent()
                && before.get().status(clock.instant()) == ChallengeStatus.IN_PROGRESS) {
            throw judging();
        }
        int version = before.map(Challenge::version).orElse(0) + 1;
        Challenge challenge =
                new Challenge(
                        UUID.randomUUID(),
                        sessionId,
                        tenantId,
                        terms,
                        replay,
                        new ChallengeState.Initialized(),
                        version,
                        session.expires());
        keep(challenge);
        forgetIfDeleted(tenantId, sessionId);
        return challenge;
    }

    /** Leaves nothing behind of a session that was deleted while its challenge was made. */
    private void forgetIfDeleted(String tenantId, UUID sessionId) {
        try {
            sessions.find(tenantId, sessionId);
        } catch (Problem e) {
            if (e.kind() == ProblemKind.NOT_FOUND) {
                store.deleted(sessionId);
            }
            throw e;
        }
    }

    private static Challenge first(
            BioSession session, UUID id, ChallengeTerms terms, @Nullable ReplayTerms replay) {
        return new Challenge(
                id,
                session.id(),
                session.tenantId(),
                terms,
                replay,
                new ChallengeState.Initialized(),
                1,
                session.expires());
    }

    private void keep(Challenge challenge) {
        switch (store.save(challenge)) {
            case SAVED -> {}
            case OUTDATED -> throw judging();
            case NO_ROOM -> throw Problem.busy(FULL_RETRY);
        }
    }

    private static Problem judging() {
        return new Problem(
                ProblemKind.CONFLICT,
                "the session is at work on a liveness replay; try again when that is done");
    }

    /**
     * The challenge of a session.
     *
     * @throws Problem {@code NOT_FOUND}, {@code UNAVAILABLE}
     */
    public Challenge find(String tenantId, UUID sessionId, ChallengeKind kind) {
        BioSession session = sessions.find(tenantId, sessionId);
        return store.find(session.id(), kind)
                .filter(challenge -> challenge.tenantId().equals(tenantId))
                .orElseThrow(
                        () ->
                                new Problem(
                                        ProblemKind.NOT_FOUND,
                                        "no liveness check was asked for in this session"));
    }

    /**
     * The live capture of a session, or its recording where there is no capture, when that has
     * ended or a while has passed.
     *
     * @throws Problem {@code NOT_FOUND}, {@code UNAVAILABLE}
     */
    public Challenge awaitResult(String tenantId, UUID sessionId) {
        ChallengeKind kind =
                store.find(sessionId, ChallengeKind.CAPTURE).isPresent()
                        ? ChallengeKind.CAPTURE
                        : ChallengeKind.REPLAY;
        return waits.await(
                sessionId,
                () -> find(tenantId, sessionId, kind),
                challenge -> challenge.status(clock.instant()).isFinal());
    }

    /** Whether it could be kept; for what ends a challenge. */
    boolean replace(Challenge next) {
        boolean saved = store.save(next) == Saving.SAVED;
        waits.changed(next.sessionId());
        return saved;
    }

    /** A challenge by its session alone, which is all that a browser knows. */
    Optional<Challenge> ofBrowser(UUID sessionId) {
        return store.find(sessionId, ChallengeKind.CAPTURE)
                .filter(challenge -> challenge.isOpenAt(clock.instant()));
    }
}
