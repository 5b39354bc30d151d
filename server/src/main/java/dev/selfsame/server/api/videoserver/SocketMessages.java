package dev.selfsame.server.api.videoserver;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import org.jspecify.annotations.Nullable;

/** What the server says on the socket; docs/web-capture.md describes each. */
final class SocketMessages {

    private SocketMessages() {}

    /** The answer to the first message of a browser. */
    @JsonPropertyOrder({
        "type",
        "mode",
        "framesPerSecond",
        "window",
        "maxFrameBytes",
        "jpegQuality",
        "maxLongSide",
        "secondsLeft"
    })
    record Ready(
            @JsonProperty("mode") String mode,
            @JsonProperty("framesPerSecond") int framesPerSecond,
            @JsonProperty("window") int window,
            @JsonProperty("maxFrameBytes") int maxFrameBytes,
            @JsonProperty("jpegQuality") double jpegQuality,
            @JsonProperty("maxLongSide") int maxLongSide,
            @JsonProperty("secondsLeft") long secondsLeft) {

        @JsonProperty("type")
        String type() {
            return "ready";
        }
    }

    /** The answer to a frame; without info where it was not looked at. */
    @JsonPropertyOrder({"type", "ack", "info"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tracking(
            @JsonProperty("ack") long ack, @JsonProperty("info") @Nullable TrackingInfo info) {

        @JsonProperty("type")
        String type() {
            return "tracking";
        }
    }

    /** What comes next. */
    @JsonPropertyOrder({"type", "value"})
    record Instruction(@JsonProperty("value") String value) {

        @JsonProperty("type")
        String type() {
            return "instruction";
        }
    }

    /** The result is kept; whoever opened the session may ask for it. */
    @JsonPropertyOrder({"type", "bestImageInfo"})
    record Result(@JsonProperty("bestImageInfo") @Nullable BestImageInfo bestImageInfo) {

        @JsonProperty("type")
        String type() {
            return "result";
        }
    }

    /** Where the face is in the best image, in pixels. */
    @JsonPropertyOrder({"boxX", "boxY", "boxW", "boxH"})
    record BestImageInfo(
            @JsonProperty("boxX") double boxX,
            @JsonProperty("boxY") double boxY,
            @JsonProperty("boxW") double boxW,
            @JsonProperty("boxH") double boxH) {}

    /** Why it ends without a result. */
    @JsonPropertyOrder({"type", "code", "error"})
    record Failure(@JsonProperty("code") int code, @JsonProperty("error") String error) {

        @JsonProperty("type")
        String type() {
            return "error";
        }
    }
}
