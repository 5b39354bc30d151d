package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a face is: left, top and size in pixels of the picture after its EXIF orientation.
 *
 * @param x left
 * @param y top
 * @param width to the right
 * @param height downwards
 */
public record FaceRectangle(
        @JsonProperty(required = true) int x,
        @JsonProperty(required = true) int y,
        @JsonProperty(required = true) int width,
        @JsonProperty(required = true) int height) {}
