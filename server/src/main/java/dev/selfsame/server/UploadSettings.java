package dev.selfsame.server;

import dev.selfsame.server.body.BodyLimits;
import dev.selfsame.server.setting.Setting;

import java.time.Duration;

/**
 * What request bodies may cost.
 *
 * @param maxBodyBytes one body
 * @param maxParts parts in a body
 * @param maxTextBytes one value
 * @param timeout longest time that one body may take
 * @param heapShare share of the heap that all bodies together may hold, 0.01..0.8
 */
public record UploadSettings(
        @Setting(meaning = "longest request body; refused with 413", range = "1..2147483647")
                long maxBodyBytes,
        @Setting(
                        meaning = "most parts of a body, unknown ones included; refused with 400",
                        range = "1..1000",
                        unit = "parts")
                int maxParts,
        @Setting(
                        meaning = "longest part that is no picture; refused with 413",
                        range = "1..16777216")
                int maxTextBytes,
        @Setting(meaning = "longest time for one body to arrive; refused with 400", range = ">= 1s")
                Duration timeout,
        @Setting(
                        meaning =
                                "share of the largest heap that all bodies together may hold;"
                                    + " refused with 429, or with 413 if one body alone is larger",
                        range = "0.01..0.8",
                        unit = "share")
                double heapShare) {

    BodyLimits body() {
        return new BodyLimits(maxBodyBytes, timeout);
    }
}
