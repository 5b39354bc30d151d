package dev.selfsame.server.challenge;

import dev.selfsame.engine.liveness.LivenessMode;
import dev.selfsame.engine.liveness.LivenessTask;
import dev.selfsame.engine.liveness.SecurityLevel;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * What is asked of a person.
 *
 * @param challenges how many targets the head turns to, 1..{@value #MOST_CHALLENGES}; only {@code
 *     ACTIVE} has any
 * @param seed what the targets are drawn from, 0..2^31-1
 * @param ageThreshold in years, null where no age is wanted
 */
public record ChallengeTerms(
        LivenessMode mode,
        SecurityLevel level,
        int challenges,
        int seed,
        @Nullable Integer ageThreshold) {

    /** The most targets that can be asked for. */
    public static final int MOST_CHALLENGES = 8;

    public ChallengeTerms {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(level, "level");
        if (challenges < 1 || challenges > MOST_CHALLENGES) {
            throw new IllegalArgumentException(
                    "challenges: " + challenges + " (expected: 1.." + MOST_CHALLENGES + ")");
        }
        if (seed < 0) {
            throw new IllegalArgumentException("seed: " + seed + " (expected: 0..2^31-1)");
        }
    }

    /** The same in the words of the engine. */
    public LivenessTask task() {
        return LivenessTask.of(mode, level, challenges, seed);
    }
}
