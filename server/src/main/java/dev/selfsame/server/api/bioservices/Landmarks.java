package dev.selfsame.server.api.bioservices;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.engine.face.FaceReading;

/** Where the face is, in pixels of the upright picture, to a thousandth. */
@JsonPropertyOrder({"eyes", "box"})
record Landmarks(@JsonProperty("eyes") Eyes eyes, @JsonProperty("box") Box box) {

    @JsonPropertyOrder({"x1", "y1", "x2", "y2"})
    record Eyes(
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

    static Landmarks of(FaceReading reading) {
        var eyes = reading.eyes();
        var box = reading.box();
        return new Landmarks(
                new Eyes(
                        rounded(eyes.x1()),
                        rounded(eyes.y1()),
                        rounded(eyes.x2()),
                        rounded(eyes.y2())),
                new Box(
                        rounded(box.x()),
                        rounded(box.y()),
                        rounded(box.width()),
                        rounded(box.height())));
    }

    private static double rounded(double pixels) {
        return Math.round(pixels * 1000) / 1000.0;
    }
}
