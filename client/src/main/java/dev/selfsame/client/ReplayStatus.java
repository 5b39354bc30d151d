package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.UUID;

/**
 * How far the judgement of a recording is. Shares its array.
 *
 * @param id of the recording
 * @param status how far it is, or how it ended
 * @param diagnostic why it ended so, for people; null where there is nothing to say
 * @param bestImageId the face of the session that the best image became; only with {@code SUCCESS}
 * @param image the best image, a JPEG, where it was asked for
 * @param landmarks of the face in it
 * @param deviceInfo what the recording says of itself
 * @param sdkInfo what the recording says of the program that made it
 * @param imageStorage where the best image is kept
 * @param videoStorage where the recording is kept
 */
public record ReplayStatus(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) LivenessStatus status,
        @Nullable String diagnostic,
        @Nullable UUID bestImageId,
        byte @Nullable [] image,
        @Nullable Landmarks landmarks,
        @Nullable DeviceInfo deviceInfo,
        @Nullable SdkInfo sdkInfo,
        @Nullable ImageStorage imageStorage,
        @Nullable ImageStorage videoStorage) {

    /** Checks that what must be is there. */
    public ReplayStatus {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
    }

    /** What a recording was made on. */
    public record DeviceInfo(
            @Nullable String deviceModel, @Nullable String osType, @Nullable String osVersion) {}

    /** The program that made a recording. */
    public record SdkInfo(@Nullable String sdkVersion) {}

    // why: the picture belongs in no log
    @Override
    public String toString() {
        return "ReplayStatus[" + id + ", " + status + ", " + diagnostic + "]";
    }
}
