package dev.selfsame.engine.liveness;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.face.FaceReading;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.face.FacesOutcome;
import dev.selfsame.engine.face.TrackedFace;
import dev.selfsame.engine.testing.SamplePictures;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;

/**
 * A person of the sample photographs, in front of the camera as a photo or as a head with depth.
 *
 * @param photo a portrait of 480 by 480 pixels
 * @param face in it
 */
record Sitter(BufferedImage photo, TrackedFace face) {

    private static final int SIDE = 480;

    /** One person of a group photograph, counted from the largest face. */
    static Sitter of(Engine engine, int group, int index) {
        FacesOutcome.Faces found =
                (FacesOutcome.Faces)
                        engine.findFaces(SamplePictures.groupFile(group), FaceRequest.PLAIN);
        FaceReading face = found.faces().get(index);
        BufferedImage photo =
                SamplePictures.square(
                        SamplePictures.group(group),
                        face.box().x() + face.box().width() / 2,
                        face.box().y() + face.box().height() / 2,
                        face.box().height() * 2.4,
                        SIDE);
        return new Sitter(photo, tracked(engine, photo));
    }

    private static TrackedFace tracked(Engine engine, BufferedImage photo) {
        LivenessCapture capture =
                engine.startLiveness(
                        new LivenessTask(LivenessMode.PASSIVE, SecurityLevel.LOW, List.of()));
        capture.accept(0, SamplePictures.jpeg(photo, 0.95f));
        return Objects.requireNonNull(capture.lastSighting(), "no face in the photo").face();
    }

    /** The head with depth, moving. */
    Film head(FilmedHead.Path path, double seconds) {
        return Film.of(new FilmedHead(photo, face, path), seconds, 2, 1);
    }

    /** The photo in front of the camera, moving. */
    Film print(FilmedPhoto.Path path, double seconds) {
        return Film.of(new FilmedPhoto(photo, 0.06, 0, path), seconds, 2, 1);
    }
}
