package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

/**
 * What a recording was made with; repeated in its status, and nothing is decided by it.
 *
 * @param deviceModel such as {@code Pixel 9}, up to 256 characters as all of these
 * @param osType such as {@code Android}
 * @param osVersion of that
 * @param sdkVersion of the program that recorded
 */
public record RecordingDevice(
        @Nullable String deviceModel,
        @Nullable String osType,
        @Nullable String osVersion,
        @Nullable String sdkVersion) {

    /** Nothing is said. */
    public static final RecordingDevice UNKNOWN = new RecordingDevice(null, null, null, null);
}
