package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A live capture in a browser to ask for.
 *
 * @param mode what the person does
 * @param level how many attacks are to be found
 * @param challenges targets that the head turns to, 1..8; null for the server's default, 2
 * @param ageThreshold years to compare an estimate of the age with, 0..150; null for no estimate
 * @param session the session that is opened for it; its pictures are kept, so that the best image
 *     can be fetched
 */
public record CaptureRequest(
        LivenessMode mode,
        SecurityLevel level,
        @Nullable Integer challenges,
        @Nullable Integer ageThreshold,
        SessionRequest session) {

    /** Checks that what must be is there. */
    public CaptureRequest {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(session, "session");
    }

    /** One of the highest level, in a session that keeps its pictures. */
    public static CaptureRequest of(LivenessMode mode) {
        return new CaptureRequest(
                mode, SecurityLevel.HIGH, null, null, SessionRequest.PLAIN.withImageStorage());
    }

    /** The same at another level. */
    public CaptureRequest withLevel(SecurityLevel other) {
        return new CaptureRequest(mode, other, challenges, ageThreshold, session);
    }

    /** The same with so many targets. */
    public CaptureRequest withChallenges(int count) {
        return new CaptureRequest(mode, level, count, ageThreshold, session);
    }

    /** The same with an estimate of the age. */
    public CaptureRequest withAgeThreshold(int years) {
        return new CaptureRequest(mode, level, challenges, years, session);
    }

    /** The same in another session. */
    public CaptureRequest withSession(SessionRequest other) {
        return new CaptureRequest(mode, level, challenges, ageThreshold, other);
    }

    Map<String, Object> wire() {
        Map<String, Object> wire = new LinkedHashMap<>(session.wire());
        wire.put("livenessMode", mode.name());
        wire.put("securityLevel", level.name());
        WireJson.put(wire, "numberOfChallenge", challenges);
        WireJson.put(wire, "ageThreshold", ageThreshold);
        return wire;
    }
}
