package dev.selfsame.server.challenge;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One challenge of a session, at one moment.
 *
 * @param tenantId whose session it is
 * @param replay what only recordings have, null for a live capture
 * @param version 1 when it is made, one more with each change
 * @param expires when its session ends
 */
public record Challenge(
        UUID id,
        UUID sessionId,
        String tenantId,
        ChallengeTerms terms,
        @Nullable ReplayTerms replay,
        ChallengeState state,
        int version,
        Instant expires) {

    private static final String INTERRUPTED =
            "the server was interrupted; begin again with a new session";

    public Challenge {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(expires, "expires");
        if (version < 1) {
            throw new IllegalArgumentException("version: " + version + " (expected: 1 or more)");
        }
    }

    /** Where its frames come from. */
    public ChallengeKind kind() {
        return replay == null ? ChallengeKind.CAPTURE : ChallengeKind.REPLAY;
    }

    /** The same in its next state. */
    public Challenge in(ChallengeState next) {
        return new Challenge(id, sessionId, tenantId, terms, replay, next, version + 1, expires);
    }

    /** Whether it is there at this moment. */
    public boolean isOpenAt(Instant now) {
        return now.isBefore(expires);
    }

    /** How far it is at this moment. Work that a crash cut off is an error from its end on. */
    public ChallengeStatus status(Instant now) {
        return switch (state) {
            case ChallengeState.Initialized() -> ChallengeStatus.INITIALIZED;
            case ChallengeState.Running(Instant until) ->
                    now.isBefore(until) ? ChallengeStatus.IN_PROGRESS : ChallengeStatus.ERROR;
            case ChallengeState.Ended(ChallengeResult result) -> result.status();
        };
    }

    /** What came of it, null as long as that is open. */
    public @Nullable ChallengeResult result(Instant now) {
        return switch (state) {
            case ChallengeState.Ended(ChallengeResult result) -> result;
            case ChallengeState.Running(Instant until) when !now.isBefore(until) ->
                    ChallengeResult.without(ChallengeStatus.ERROR, INTERRUPTED);
            case ChallengeState.Initialized _, ChallengeState.Running _ -> null;
        };
    }
}
