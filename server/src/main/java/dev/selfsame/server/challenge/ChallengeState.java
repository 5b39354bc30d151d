package dev.selfsame.server.challenge;

import java.time.Instant;
import java.util.Objects;

/** How far a challenge is. */
public sealed interface ChallengeState {

    /** Nobody has begun. */
    record Initialized() implements ChallengeState {}

    /**
     * Somebody works on it.
     *
     * @param until from when on nobody does any more, if it has not ended then
     */
    record Running(Instant until) implements ChallengeState {
        public Running {
            Objects.requireNonNull(until, "until");
        }
    }

    /** It is decided. */
    record Ended(ChallengeResult result) implements ChallengeState {
        public Ended {
            Objects.requireNonNull(result, "result");
        }
    }
}
