package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

/**
 * How to compare two faces.
 *
 * @param correlationId a name of the caller's, up to 256 characters, repeated in the answer
 * @param evidenceId another one
 * @param imageRotationEnabled whether to look for faces that lie on a side or stand on their head;
 *     null for the server's default, which is not to
 */
public record MatchRequest(
        @Nullable String correlationId,
        @Nullable String evidenceId,
        @Nullable Boolean imageRotationEnabled) {

    /** Nothing that the server does not do by itself. */
    public static final MatchRequest PLAIN = new MatchRequest(null, null, null);

    /** The same with a name of the caller's. */
    public MatchRequest withCorrelationId(String id) {
        return new MatchRequest(id, evidenceId, imageRotationEnabled);
    }

    /** The same with another name of the caller's. */
    public MatchRequest withEvidenceId(String id) {
        return new MatchRequest(correlationId, id, imageRotationEnabled);
    }

    /** The same for pictures that may lie on a side or stand on their head. */
    public MatchRequest withRotation() {
        return new MatchRequest(correlationId, evidenceId, true);
    }

    void addTo(FormData form) {
        form.text("correlationId", correlationId);
        form.text("evidenceId", evidenceId);
        form.text(
                "imageRotationEnabled",
                imageRotationEnabled == null ? null : imageRotationEnabled.toString());
    }
}
