package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.imaging.ImageInfo;

import java.util.List;

/** All faces of a picture. */
public sealed interface FacesOutcome {

    /** Every face found, largest first; empty where there is none. */
    record Faces(List<FaceReading> faces, ImageInfo info) implements FacesOutcome {
        public Faces {
            faces = List.copyOf(faces);
        }
    }

    /** The picture itself could not be read. */
    record Unreadable(DecodeResult.Refused refusal) implements FacesOutcome {}
}
