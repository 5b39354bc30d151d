package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A session to open.
 *
 * @param correlationId a name of the caller's, up to 256 characters, repeated in answers
 * @param evidenceId another one
 * @param imageStorageEnabled whether pictures are kept as long as the session, to be fetched again
 * @param timeToLive whole seconds until it ends by itself, at least one; null for the server's
 *     default
 * @param callbackUrl what the server is to call when there is a result of liveness
 */
public record SessionRequest(
        @Nullable String correlationId,
        @Nullable String evidenceId,
        boolean imageStorageEnabled,
        @Nullable Duration timeToLive,
        @Nullable URI callbackUrl) {

    /** Nothing that the server does not do by itself. */
    public static final SessionRequest PLAIN = new SessionRequest(null, null, false, null, null);

    /** Checks the time. */
    public SessionRequest {
        if (timeToLive != null && (timeToLive.toSeconds() < 1 || timeToLive.toNanosPart() != 0)) {
            throw new IllegalArgumentException(
                    "timeToLive: " + timeToLive + " (expected: whole seconds, at least one)");
        }
    }

    /** The same with a name of the caller's. */
    public SessionRequest withCorrelationId(String id) {
        return new SessionRequest(id, evidenceId, imageStorageEnabled, timeToLive, callbackUrl);
    }

    /** The same with another name of the caller's. */
    public SessionRequest withEvidenceId(String id) {
        return new SessionRequest(correlationId, id, imageStorageEnabled, timeToLive, callbackUrl);
    }

    /** The same with pictures kept. */
    public SessionRequest withImageStorage() {
        return new SessionRequest(correlationId, evidenceId, true, timeToLive, callbackUrl);
    }

    /** The same with a life of so many seconds. */
    public SessionRequest withTimeToLive(Duration time) {
        return new SessionRequest(
                correlationId, evidenceId, imageStorageEnabled, time, callbackUrl);
    }

    /** The same with something to call. */
    public SessionRequest withCallbackUrl(URI url) {
        return new SessionRequest(correlationId, evidenceId, imageStorageEnabled, timeToLive, url);
    }

    Map<String, Object> wire() {
        Map<String, Object> wire = new LinkedHashMap<>();
        WireJson.put(wire, "correlationId", correlationId);
        WireJson.put(wire, "evidenceId", evidenceId);
        wire.put("imageStorageEnabled", imageStorageEnabled);
        WireJson.put(wire, "ttlSeconds", timeToLive == null ? null : timeToLive.toSeconds());
        WireJson.put(wire, "callbackURL", callbackUrl == null ? null : callbackUrl.toString());
        return wire;
    }
}
