package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/** The faces of a picture as on the wire. */
record WireFaces(
        @JsonProperty(value = "FaceRects", required = true) List<FaceRectangle> rectangles) {

    WireFaces {
        rectangles = List.copyOf(rectangles);
    }
}
