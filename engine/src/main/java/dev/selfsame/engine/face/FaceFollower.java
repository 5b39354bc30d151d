package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.template.FaceTemplate;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Faces of video frames: found by the detector, then followed from frame to frame by the mesh
 * network alone, which costs a third. Safe for any number of threads; the caller keeps the last
 * face.
 */
public final class FaceFollower {

    private static final double LEAST_FACENESS = 0.5;

    // why: an upright face to be checked for liveness fills at least a tenth of the frame, so one
    // look at the whole of it is enough; the margin is for faces that reach its edges
    private static final double[] WINDOWS = {1.0, 1.5};

    private final FaceDetector detector;
    private final FaceMesh mesh;
    private final FaceEncoder encoder;

    /** A follower on loaded models. */
    public FaceFollower(FaceModels models) {
        Objects.requireNonNull(models, "models");
        detector = models.detector();
        mesh = models.mesh();
        encoder = models.encoder();
    }

    /** The upright faces of a whole frame, the largest first. */
    public List<TrackedFace> find(Pyramid frame) {
        for (double window : WINDOWS) {
            List<TrackedFace> found = find(frame, window * frame.image().longSide());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<TrackedFace> find(Pyramid frame, double side) {
        double x = (frame.image().width() - side) / 2;
        double y = (frame.image().height() - side) / 2;
        List<FaceFinder.Candidate> confirmed =
                detector
                        .detect(
                                frame,
                                Affine.scaleThenMove(side, x, y),
                                FaceDetector.LEAST_CONFIDENCE)
                        .stream()
                        .map(face -> new FaceFinder.Candidate(face, mesh.fit(frame, face)))
                        .filter(face -> face.fit().faceness() >= LEAST_FACENESS)
                        .toList();
        return FaceFinder.distinct(confirmed).stream()
                .sorted(Comparator.comparingDouble(c -> -c.face().size()))
                .map(c -> TrackedFace.of(mesh.again(frame, c.fit())))
                .toList();
    }

    /** The face that was there in the frame before; empty where it is not there any more. */
    public Optional<TrackedFace> follow(Pyramid frame, TrackedFace before) {
        MeshFit fit = mesh.again(frame, before.fit());
        return fit.faceness() < LEAST_FACENESS
                ? Optional.empty()
                : Optional.of(TrackedFace.of(fit));
    }

    /** The template of a face, to compare it with that of another frame. */
    public FaceTemplate template(Pyramid frame, TrackedFace face) {
        return encoder.template(encoder.encode(frame, face.fit()).vector());
    }
}
