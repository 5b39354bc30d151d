package dev.selfsame.server.api.bioservices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.engine.face.Eyes;
import dev.selfsame.engine.face.FaceBox;

import org.jspecify.annotations.Nullable;

/** Where the face is, in pixels of the upright picture, to a thousandth. */
@JsonPropertyOrder({"eyes", "box"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record Landmarks(
        @JsonProperty("eyes") @Nullable EyePoints eyes, @JsonProperty("box") @Nullable Box box) {

    @JsonPropertyOrder({"x1", "y1", "x2", "y2"})
    record EyePoints(
            @JsonProperty("x1") double x1,
            @JsonProperty("y1") double y1,
            @JsonProperty("x2") double x2,
            @JsonProperty("y2") double y2) {}

    @JsonPropertyOrder({"x", "y", "width", "height"})
    record Box(
            @JsonProperty("x") double x,
            @JsonProperty("y") double y,
            @JsonProperty("width") double width,
            @JsonProperty("height") double height) {}

    /** Null where nothing is known. */
    static @Nullable Landmarks of(@Nullable Eyes eyes, @Nullable FaceBox box) {
        return eyes == null && box == null ? null : new Landmarks(wire(eyes), wire(box));
    }

    private static @Nullable EyePoints wire(@Nullable Eyes eyes) {
        return eyes == null
                ? null
                : new EyePoints(
                        rounded(eyes.x1()),
                        rounded(eyes.y1()),
                        rounded(eyes.x2()),
                        rounded(eyes.y2()));
    }

    private static @Nullable Box wire(@Nullable FaceBox box) {
        return box == null
                ? null
                : new Box(
                        rounded(box.x()),
                        rounded(box.y()),
                        rounded(box.width()),
                        rounded(box.height()));
    }

    private static double rounded(double pixels) {
        return Math.round(pixels * 1000) / 1000.0;
    }
}
