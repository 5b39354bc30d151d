package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.face.FacesOutcome;
import dev.selfsame.engine.imaging.ImageInfo;

import java.util.List;

/** The faces of a picture, largest first. */
record DetectedFaces(@JsonProperty("DetectedFaces") Found found) {

    /** How many and where. */
    @JsonPropertyOrder({"FaceNumber", "FaceRects"})
    record Found(
            @JsonProperty("FaceNumber") int number, @JsonProperty("FaceRects") List<Rect> rects) {

        Found {
            rects = List.copyOf(rects);
        }
    }

    /** Pixels of the upright picture, inside of it, for clients that cut faces out. */
    @JsonPropertyOrder({"x", "y", "width", "height"})
    record Rect(
            @JsonProperty("x") int x,
            @JsonProperty("y") int y,
            @JsonProperty("width") int width,
            @JsonProperty("height") int height) {

        static Rect of(FaceBox box, ImageInfo info) {
            int left = within(box.x(), info.fileWidth());
            int top = within(box.y(), info.fileHeight());
            return new Rect(
                    left,
                    top,
                    within(box.x() + box.width(), info.fileWidth()) - left,
                    within(box.y() + box.height(), info.fileHeight()) - top);
        }

        private static int within(double position, int size) {
            return Math.clamp(Math.round(position), 0, size);
        }
    }

    static DetectedFaces of(FacesOutcome.Faces faces) {
        List<Rect> rects =
                faces.faces().stream().map(face -> Rect.of(face.box(), faces.info())).toList();
        return new DetectedFaces(new Found(rects.size(), rects));
    }
}
