package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

/**
 * Where a face is, in pixels of the picture after its EXIF orientation.
 *
 * @param eyes centres of the eyes, null where they are not known
 * @param box frame of the face, null where it is not known; may reach beyond the picture
 */
public record Landmarks(@Nullable Eyes eyes, @Nullable Box box) {

    /** The centres of the eyes; eye 1 is the person's right eye. */
    public record Eyes(
            @JsonProperty(required = true) double x1,
            @JsonProperty(required = true) double y1,
            @JsonProperty(required = true) double x2,
            @JsonProperty(required = true) double y2) {}

    /** Left, top, and size. */
    public record Box(
            @JsonProperty(required = true) double x,
            @JsonProperty(required = true) double y,
            @JsonProperty(required = true) double width,
            @JsonProperty(required = true) double height) {}
}
