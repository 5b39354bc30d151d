package dev.selfsame.server.api.bioservices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.server.challenge.ChallengeStatus;
import dev.selfsame.server.challenge.ReportedDevice;

import org.jspecify.annotations.Nullable;

/**
 * How far the judgement of a recording is.
 *
 * @param diagnostic ours: why it ended so
 * @param bestImageId ours: the face of the session that the best image became
 * @param image base64 of the best image
 */
@JsonPropertyOrder({
    "id",
    "status",
    "diagnostic",
    "bestImageId",
    "image",
    "landmarks",
    "deviceInfo",
    "sdkInfo",
    "imageStorage",
    "videoStorage"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayStatus(
        @JsonProperty("id") String id,
        @JsonProperty("status") String status,
        @JsonProperty("diagnostic") @Nullable String diagnostic,
        @JsonProperty("bestImageId") @Nullable String bestImageId,
        @JsonProperty("image") @Nullable String image,
        @JsonProperty("landmarks") @Nullable Landmarks landmarks,
        @JsonProperty("deviceInfo") @Nullable DeviceInfo deviceInfo,
        @JsonProperty("sdkInfo") @Nullable SdkInfo sdkInfo,
        @JsonProperty("imageStorage") @Nullable ImageStorage imageStorage,
        @JsonProperty("videoStorage") @Nullable ImageStorage videoStorage) {

    /** One without a result yet. */
    static ReplayStatus open(String id, ChallengeStatus status) {
        return new ReplayStatus(id, status.name(), null, null, null, null, null, null, null, null);
    }

    /** What the recording says it was made on. */
    @JsonPropertyOrder({"deviceModel", "osType", "osVersion"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeviceInfo(
            @JsonProperty("deviceModel") @Nullable String deviceModel,
            @JsonProperty("osType") @Nullable String osType,
            @JsonProperty("osVersion") @Nullable String osVersion) {

        /** Null where nothing was said. */
        static @Nullable DeviceInfo of(ReportedDevice device) {
            return device.model() == null && device.osType() == null && device.osVersion() == null
                    ? null
                    : new DeviceInfo(device.model(), device.osType(), device.osVersion());
        }
    }

    /** The program that made it. */
    record SdkInfo(@JsonProperty("sdkVersion") String sdkVersion) {

        /** Null where nothing was said. */
        static @Nullable SdkInfo of(ReportedDevice device) {
            return device.sdkVersion() == null ? null : new SdkInfo(device.sdkVersion());
        }
    }
}
