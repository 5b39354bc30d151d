package dev.selfsame.server.testing;

import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.liveness.LivenessMode;
import dev.selfsame.engine.liveness.SecurityLevel;
import dev.selfsame.server.challenge.AgeVerdict;
import dev.selfsame.server.challenge.Challenge;
import dev.selfsame.server.challenge.ChallengeResult;
import dev.selfsame.server.challenge.ChallengeState;
import dev.selfsame.server.challenge.ChallengeStatus;
import dev.selfsame.server.challenge.ChallengeTerms;
import dev.selfsame.server.challenge.ReplayKey;
import dev.selfsame.server.challenge.ReplayTerms;
import dev.selfsame.server.challenge.ReportedDevice;
import dev.selfsame.server.media.StoredObject;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Challenges of sessions that nobody opened. */
public final class SampleChallenges {

    private SampleChallenges() {}

    /** A live capture that nobody has begun. */
    public static Challenge capture(UUID session, Instant expires) {
        return challenge(session, expires, null);
    }

    /** A recording that nobody has sent. */
    public static Challenge replay(UUID session, Instant expires) {
        return challenge(
                session,
                expires,
                new ReplayTerms(
                        "replay-id ünïcode",
                        new byte[ReplayTerms.RANDOM_BYTES],
                        true,
                        new ReplayKey(
                                "private-key".getBytes(StandardCharsets.US_ASCII),
                                "certificate".getBytes(StandardCharsets.US_ASCII))));
    }

    private static Challenge challenge(
            UUID session, Instant expires, @Nullable ReplayTerms replay) {
        return new Challenge(
                UUID.randomUUID(),
                session,
                SampleSessions.TENANT,
                new ChallengeTerms(LivenessMode.ACTIVE, SecurityLevel.HIGH, 3, 12345, 18),
                replay,
                new ChallengeState.Initialized(),
                1,
                expires.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A result with all that one can have. */
    public static ChallengeState ended() {
        StoredObject object =
                new StoredObject("local", "media", "1/2/3", "fedcba98".repeat(8), "image/jpeg");
        return new ChallengeState.Ended(
                new ChallengeResult(
                        ChallengeStatus.SUCCESS,
                        "diagnostic",
                        UUID.randomUUID(),
                        new FaceBox(1, 2.5, 3, 4, 0.75),
                        new AgeVerdict(27.5, 18),
                        new ReportedDevice("model", "os", "version", "sdk"),
                        object,
                        object));
    }
}
