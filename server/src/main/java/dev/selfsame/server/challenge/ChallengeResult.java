package dev.selfsame.server.challenge;

import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.server.media.StoredObject;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.UUID;

/**
 * What came of a challenge.
 *
 * @param status a final one
 * @param diagnostic why, for people; null where there is nothing to say
 * @param bestImageId the face of the session that the best image became; only with {@code SUCCESS}
 * @param box where the face is in the best image, in pixels
 * @param age null where none was wanted or could be estimated
 * @param device what a recording says of itself
 * @param image where the best image is kept, null for nowhere
 * @param video where the recording is kept, null for nowhere
 */
public record ChallengeResult(
        ChallengeStatus status,
        @Nullable String diagnostic,
        @Nullable UUID bestImageId,
        @Nullable FaceBox box,
        @Nullable AgeVerdict age,
        ReportedDevice device,
        @Nullable StoredObject image,
        @Nullable StoredObject video) {

    public ChallengeResult {
        Objects.requireNonNull(device, "device");
        if (!status.isFinal()) {
            throw new IllegalArgumentException("status: " + status + " (expected: a final one)");
        }
        if ((bestImageId != null) != (status == ChallengeStatus.SUCCESS)) {
            throw new IllegalArgumentException(
                    "bestImageId: " + bestImageId + " (expected: with SUCCESS and only then)");
        }
    }

    /** One without a picture. */
    public static ChallengeResult without(ChallengeStatus status, @Nullable String diagnostic) {
        return new ChallengeResult(
                status, diagnostic, null, null, null, ReportedDevice.UNKNOWN, null, null);
    }

    /** The same of a recording. */
    ChallengeResult of(ReportedDevice reported, @Nullable StoredObject kept) {
        return new ChallengeResult(
                status, diagnostic, bestImageId, box, age, reported, image, kept);
    }
}
