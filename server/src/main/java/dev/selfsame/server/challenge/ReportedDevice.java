package dev.selfsame.server.challenge;

import org.jspecify.annotations.Nullable;

/**
 * What a recording says it was made with. Nothing is decided by it, as anybody can write anything.
 *
 * @param model such as {@code Pixel 9}, null for nothing
 * @param osType such as {@code Android}, null for nothing
 * @param osVersion null for nothing
 * @param sdkVersion of the program that recorded, null for nothing
 */
public record ReportedDevice(
        @Nullable String model,
        @Nullable String osType,
        @Nullable String osVersion,
        @Nullable String sdkVersion) {

    /** Nothing was said. */
    public static final ReportedDevice UNKNOWN = new ReportedDevice(null, null, null, null);
}
