package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A recording to ask for.
 *
 * @param mode what the person does
 * @param level how many attacks are to be found
 * @param challenges targets that the head turns to, 1..8; null for the server's default, 2
 * @param imageRetrievalDisabled whether the best image stays out of the status
 * @param id a name of the caller's, up to 256 characters; null for one of the server's
 */
public record ReplayRequest(
        LivenessMode mode,
        SecurityLevel level,
        @Nullable Integer challenges,
        boolean imageRetrievalDisabled,
        @Nullable String id) {

    /** Checks that what must be is there. */
    public ReplayRequest {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(level, "level");
    }

    /** One of the highest level, its best image not in the status. */
    public static ReplayRequest of(LivenessMode mode) {
        return new ReplayRequest(mode, SecurityLevel.HIGH, null, true, null);
    }

    /** The same at another level. */
    public ReplayRequest withLevel(SecurityLevel other) {
        return new ReplayRequest(mode, other, challenges, imageRetrievalDisabled, id);
    }

    /** The same with so many targets. */
    public ReplayRequest withChallenges(int count) {
        return new ReplayRequest(mode, level, count, imageRetrievalDisabled, id);
    }

    /** The same with the best image in the status. */
    public ReplayRequest withImage() {
        return new ReplayRequest(mode, level, challenges, false, id);
    }

    /** The same with a name of the caller's. */
    public ReplayRequest withId(String name) {
        return new ReplayRequest(mode, level, challenges, imageRetrievalDisabled, name);
    }

    Map<String, Object> wire() {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("type", mode.name());
        wire.put("securityLevel", level.name());
        WireJson.put(wire, "nbChallenge", challenges);
        wire.put("imageRetrievalDisabled", imageRetrievalDisabled);
        WireJson.put(wire, "id", id);
        return wire;
    }
}
